/** The console's list of routes against the contracts. */
import { describe, expect, it } from 'vitest';
import { endpoints } from '../../../src/console/api/endpoints.ts';
import { accessRoutes } from '../../../src/http/contracts/access-routes.ts';
import { accountRoutes } from '../../../src/http/contracts/account-routes.ts';
import { brandRoutes } from '../../../src/http/contracts/brand-routes.ts';
import { briefRoutes } from '../../../src/http/contracts/brief-routes.ts';
import { campaignRoutes } from '../../../src/http/contracts/campaign-routes.ts';
import { complianceRoutes } from '../../../src/http/contracts/compliance-routes.ts';
import { draftingRoutes } from '../../../src/http/contracts/drafting-routes.ts';
import { exampleRoutes } from '../../../src/http/contracts/example-routes.ts';
import { figuresRoutes } from '../../../src/http/contracts/figures-routes.ts';
import { keyRoutes } from '../../../src/http/contracts/key-routes.ts';
import { libraryRoutes } from '../../../src/http/contracts/library-routes.ts';
import { lineActsRoutes } from '../../../src/http/contracts/line-acts-routes.ts';
import { lineRoutes } from '../../../src/http/contracts/line-routes.ts';
import { overrideRoutes } from '../../../src/http/contracts/override-routes.ts';
import { peopleRoutes } from '../../../src/http/contracts/people-routes.ts';
import { queueRoutes } from '../../../src/http/contracts/queue-routes.ts';
import { reviewRoutes } from '../../../src/http/contracts/review-routes.ts';
import { ruleRoutes } from '../../../src/http/contracts/rule-routes.ts';
import { textRoutes } from '../../../src/http/contracts/text-routes.ts';
import { webhookRoutes } from '../../../src/http/contracts/webhook-routes.ts';

const contracts = new Map(
  [
    accessRoutes,
    accountRoutes,
    brandRoutes,
    briefRoutes,
    campaignRoutes,
    complianceRoutes,
    draftingRoutes,
    libraryRoutes,
    exampleRoutes,
    figuresRoutes,
    keyRoutes,
    lineActsRoutes,
    lineRoutes,
    overrideRoutes,
    peopleRoutes,
    queueRoutes,
    reviewRoutes,
    ruleRoutes,
    textRoutes,
    webhookRoutes,
  ]
    .flatMap((each) => Object.entries(each))
    .map(([name, { method, path }]) => [name, { method, path }]),
);

describe('the endpoints of the console', () => {
  it.each(Object.entries(endpoints))('%s is called where the contract says', (name, { method, path }) => {
    expect({ method, path }).toEqual(contracts.get(name));
  });
});
