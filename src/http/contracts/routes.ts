/** Every route of the API. */
import { accessRoutes } from './access-routes.ts';
import { accountRoutes } from './account-routes.ts';
import { brandRoutes } from './brand-routes.ts';
import { briefRoutes } from './brief-routes.ts';
import { campaignRoutes } from './campaign-routes.ts';
import { checkRoutes } from './check-routes.ts';
import { complianceRoutes } from './compliance-routes.ts';
import { deliveryRoutes } from './delivery-routes.ts';
import { draftingRoutes } from './drafting-routes.ts';
import { exampleRoutes } from './example-routes.ts';
import { fallbackRoutes } from './fallback-routes.ts';
import { figuresRoutes } from './figures-routes.ts';
import { keyRoutes } from './key-routes.ts';
import { libraryRoutes } from './library-routes.ts';
import { lineActsRoutes } from './line-acts-routes.ts';
import { lineRoutes } from './line-routes.ts';
import { outcomeRoutes } from './outcome-routes.ts';
import { overrideRoutes } from './override-routes.ts';
import { peopleRoutes } from './people-routes.ts';
import { queueRoutes } from './queue-routes.ts';
import { reviewRoutes } from './review-routes.ts';
import { ruleRoutes } from './rule-routes.ts';
import { textRoutes } from './text-routes.ts';
import { webhookRoutes } from './webhook-routes.ts';

export const routes = [
  ...Object.values(campaignRoutes),
  ...Object.values(draftingRoutes),
  ...Object.values(deliveryRoutes),
  ...Object.values(fallbackRoutes),
  ...Object.values(brandRoutes),
  ...Object.values(briefRoutes),
  ...Object.values(outcomeRoutes),
  ...Object.values(lineRoutes),
  ...Object.values(libraryRoutes),
  ...Object.values(reviewRoutes),
  ...Object.values(lineActsRoutes),
  ...Object.values(queueRoutes),
  ...Object.values(overrideRoutes),
  ...Object.values(textRoutes),
  ...Object.values(ruleRoutes),
  ...Object.values(checkRoutes),
  ...Object.values(complianceRoutes),
  ...Object.values(webhookRoutes),
  ...Object.values(accessRoutes),
  ...Object.values(accountRoutes),
  ...Object.values(peopleRoutes),
  ...Object.values(exampleRoutes),
  ...Object.values(figuresRoutes),
  ...Object.values(keyRoutes),
] as const;
