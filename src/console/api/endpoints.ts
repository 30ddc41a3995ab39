/** The routes the console calls. A test holds methods and paths equal to the contracts. */
import type { accessRoutes } from '../../http/contracts/access-routes.ts';
import type { accountRoutes } from '../../http/contracts/account-routes.ts';
import type { brandRoutes } from '../../http/contracts/brand-routes.ts';
import type { briefRoutes } from '../../http/contracts/brief-routes.ts';
import type { campaignRoutes } from '../../http/contracts/campaign-routes.ts';
import type { complianceRoutes } from '../../http/contracts/compliance-routes.ts';
import type { draftingRoutes } from '../../http/contracts/drafting-routes.ts';
import type { exampleRoutes } from '../../http/contracts/example-routes.ts';
import type { figuresRoutes } from '../../http/contracts/figures-routes.ts';
import type { keyRoutes } from '../../http/contracts/key-routes.ts';
import type { libraryRoutes } from '../../http/contracts/library-routes.ts';
import type { lineActsRoutes } from '../../http/contracts/line-acts-routes.ts';
import type { lineRoutes } from '../../http/contracts/line-routes.ts';
import type { overrideRoutes } from '../../http/contracts/override-routes.ts';
import type { peopleRoutes } from '../../http/contracts/people-routes.ts';
import type { queueRoutes } from '../../http/contracts/queue-routes.ts';
import type { reviewRoutes } from '../../http/contracts/review-routes.ts';
import type { Route } from '../../http/contracts/route.ts';
import type { ruleRoutes } from '../../http/contracts/rule-routes.ts';
import type { textRoutes } from '../../http/contracts/text-routes.ts';
import type { webhookRoutes } from '../../http/contracts/webhook-routes.ts';
import type { Endpoint } from './endpoint.ts';

type Access = typeof accessRoutes;
type Brands = typeof brandRoutes;
type Briefs = typeof briefRoutes;
type Account = typeof accountRoutes;
type Campaign = typeof campaignRoutes;
type Compliance = typeof complianceRoutes;
type Keys = typeof keyRoutes;
type Overrides = typeof overrideRoutes;
type People = typeof peopleRoutes;
type Queue = typeof queueRoutes;
type Drafting = typeof draftingRoutes;
type Examples = typeof exampleRoutes;
type Figures = typeof figuresRoutes;
type Library = typeof libraryRoutes;
type LineActs = typeof lineActsRoutes;
type Line = typeof lineRoutes;
type Review = typeof reviewRoutes;
type Rules = typeof ruleRoutes;
type Text = typeof textRoutes;
type Webhooks = typeof webhookRoutes;

/** Endpoints under the names of their contracts. */
export const endpoints = {
  startSession: endpoint<Access['startSession']>('post', '/v1/sessions'),
  endSession: endpoint<Access['endSession']>('delete', '/v1/sessions/current'),
  readMe: endpoint<Access['readMe']>('get', '/v1/me'),
  listBrands: endpoint<Access['listBrands']>('get', '/v1/brands'),
  listCohorts: endpoint<Review['listCohorts']>('get', '/v1/review-cohorts'),
  readCohort: endpoint<Review['readCohort']>('get', '/v1/review-cohorts/{id}'),
  listItems: endpoint<Review['listItems']>('get', '/v1/review-items'),
  claim: endpoint<Review['claim']>('put', '/v1/review-cohorts/{id}/claim'),
  release: endpoint<Review['release']>('delete', '/v1/review-cohorts/{id}/claim'),
  listLines: endpoint<Queue['listLines']>('get', '/v1/review-lines'),
  countLines: endpoint<Queue['countLines']>('get', '/v1/review-counts'),
  readSeenLines: endpoint<Queue['readSeenLines']>('get', '/v1/review-cohorts/{id}/seen-lines'),
  decideLines: endpoint<Queue['decideLines']>('post', '/v1/review-decisions'),
  undo: endpoint<Review['undo']>('post', '/v1/review-items/{id}/undos'),
  listComments: endpoint<LineActs['listComments']>('get', '/v1/review-cohorts/{id}/comments'),
  comment: endpoint<LineActs['comment']>('post', '/v1/review-items/{id}/comments'),
  sendBack: endpoint<LineActs['sendBack']>('post', '/v1/review-items/{id}/send-backs'),
  copyLine: endpoint<LineActs['copyLine']>('post', '/v1/review-items/{id}/copies'),
  rewordLine: endpoint<LineActs['rewordLine']>('post', '/v1/review-items/{id}/rewordings'),
  previewReplacement: endpoint<LineActs['previewReplacement']>(
    'post',
    '/v1/variant-requests/{id}/replacement-previews',
  ),
  writeLine: endpoint<Drafting['writeLine']>('post', '/v1/cohorts/{id}/candidates'),
  noteCohort: endpoint<Drafting['noteCohort']>('post', '/v1/cohorts/{id}/notes'),
  decide: endpoint<Review['decide']>('post', '/v1/review-items/{id}/decisions'),
  closeCohort: endpoint<Review['closeCohort']>('post', '/v1/review-cohorts/{id}/closures'),
  listCampaigns: endpoint<Briefs['listCampaigns']>('get', '/v1/campaigns'),
  retryCohort: endpoint<Campaign['retryCohort']>('post', '/v1/cohorts/{id}/retries'),
  checkText: endpoint<Text['checkText']>('post', '/v1/review-items/{id}/checks'),
  listRules: endpoint<Rules['listRules']>('get', '/v1/rules'),
  readRule: endpoint<Rules['readRule']>('get', '/v1/rules/{id}'),
  cancelCohort: endpoint<Drafting['cancelCohort']>('post', '/v1/cohorts/{id}/cancellations'),
  readCampaign: endpoint<Briefs['readCampaign']>('get', '/v1/campaigns/{campaign}'),
  checkBrief: endpoint<Briefs['checkBrief']>('post', '/v1/brief-checks'),
  readBrief: endpoint<Briefs['readBrief']>('get', '/v1/briefs/{id}'),
  replaceBrief: endpoint<Briefs['replaceBrief']>('put', '/v1/briefs/{id}'),
  createRequest: endpoint<Campaign['createRequest']>('post', '/v1/variant-requests'),
  readCohortTable: endpoint<Campaign['readCohortTable']>('post', '/v1/cohort-tables'),
  listRevisions: endpoint<Briefs['listRevisions']>('get', '/v1/briefs/{id}/revisions'),
  readRequest: endpoint<Campaign['readRequest']>('get', '/v1/variant-requests/{id}'),
  followRequest: endpoint<Campaign['followRequest']>('get', '/v1/variant-requests/{id}/events'),
  cancelRequest: endpoint<Drafting['cancelRequest']>('post', '/v1/variant-requests/{id}/cancellations'),
  retryRequest: endpoint<Drafting['retryRequest']>('post', '/v1/variant-requests/{id}/retries'),
  readCandidate: endpoint<Compliance['readCandidate']>('get', '/v1/candidates/{id}'),
  listEvents: endpoint<Compliance['listEvents']>('get', '/v1/audit-events'),
  checkChains: endpoint<Compliance['checkChains']>('post', '/v1/audit-checks'),
  listLibrary: endpoint<Library['listLibrary']>('get', '/v1/library-lines'),
  readLibraryLine: endpoint<Library['readLibraryLine']>('get', '/v1/library-lines/{id}'),
  readLibraryChoices: endpoint<Library['readLibraryChoices']>('get', '/v1/library-choices'),
  readDialects: endpoint<Library['readDialects']>('get', '/v1/dialects'),
  readLine: endpoint<Campaign['readLine']>('get', '/v1/approved-lines/{id}'),
  recall: endpoint<Line['recall']>('post', '/v1/approved-lines/{id}/recalls'),
  startPasswordSession: endpoint<Access['startPasswordSession']>('post', '/v1/password-sessions'),
  readAccount: endpoint<Account['readAccount']>('get', '/v1/account'),
  setPassword: endpoint<Account['setPassword']>('put', '/v1/account/password'),
  listSessions: endpoint<Account['listSessions']>('get', '/v1/sessions'),
  endSessions: endpoint<Account['endSessions']>('delete', '/v1/sessions'),
  endOneSession: endpoint<Account['endOneSession']>('delete', '/v1/sessions/{id}'),
  listPeople: endpoint<People['listPeople']>('get', '/v1/people'),
  invitePerson: endpoint<People['invitePerson']>('post', '/v1/people'),
  setRoles: endpoint<People['setRoles']>('put', '/v1/people/{id}/roles'),
  changePerson: endpoint<People['changePerson']>('patch', '/v1/people/{id}'),
  createSignInLink: endpoint<People['createSignInLink']>('post', '/v1/people/{id}/links'),
  endSessionsOf: endpoint<People['endSessionsOf']>('delete', '/v1/people/{id}/sessions'),
  askOverride: endpoint<Overrides['askOverride']>('post', '/v1/overrides'),
  listOverrides: endpoint<Overrides['listOverrides']>('get', '/v1/overrides'),
  answerOverride: endpoint<Overrides['answerOverride']>('post', '/v1/overrides/{id}/answers'),
  readBrand: endpoint<Brands['readBrand']>('get', '/v1/brands/{id}'),
  readBrandPolicy: endpoint<Brands['readBrandPolicy']>('get', '/v1/brands/{id}/policy'),
  tryText: endpoint<Brands['tryText']>('post', '/v1/brands/{id}/text-checks'),
  pauseBrand: endpoint<Drafting['pauseBrand']>('put', '/v1/brands/{id}/pause'),
  resumeBrand: endpoint<Drafting['resumeBrand']>('delete', '/v1/brands/{id}/pause'),
  readPace: endpoint<Drafting['readPace']>('get', '/v1/brands/{id}/pace'),
  readFigures: endpoint<Figures['readFigures']>('get', '/v1/figures'),
  readExampleBrief: endpoint<Examples['readExampleBrief']>('get', '/v1/example-brief'),
  listClients: endpoint<Keys['listClients']>('get', '/v1/clients'),
  createClient: endpoint<Keys['createClient']>('post', '/v1/clients'),
  listKeys: endpoint<Keys['listKeys']>('get', '/v1/clients/{id}/keys'),
  createKey: endpoint<Keys['createKey']>('post', '/v1/clients/{id}/keys'),
  rotateKey: endpoint<Keys['rotateKey']>('post', '/v1/keys/{id}/rotations'),
  revokeKey: endpoint<Keys['revokeKey']>('delete', '/v1/keys/{id}'),
  addWebhook: endpoint<Webhooks['addWebhook']>('post', '/v1/webhook-endpoints'),
  listWebhooks: endpoint<Webhooks['listWebhooks']>('get', '/v1/webhook-endpoints'),
  changeWebhook: endpoint<Webhooks['changeWebhook']>('patch', '/v1/webhook-endpoints/{id}'),
  removeWebhook: endpoint<Webhooks['removeWebhook']>('delete', '/v1/webhook-endpoints/{id}'),
  rotateWebhookSecret: endpoint<Webhooks['rotateWebhookSecret']>('post', '/v1/webhook-endpoints/{id}/rotations'),
  testWebhook: endpoint<Webhooks['testWebhook']>('post', '/v1/webhook-endpoints/{id}/tests'),
  listDeliveries: endpoint<Webhooks['listDeliveries']>('get', '/v1/webhook-endpoints/{id}/deliveries'),
  resendDelivery: endpoint<Webhooks['resendDelivery']>('post', '/v1/webhook-deliveries/{id}/resends'),
} as const;

function endpoint<R extends Route>(method: Route['method'], path: string): Endpoint<R> {
  return { method, path };
}
