/** Use cases that answer with samples, for tests of HTTP alone. An id they do not know is somebody else's. */
import type { SignedIn } from '../../../src/domain/access.ts';
import { Problem } from '../../../src/domain/problem.ts';
import { noUsage } from '../../../src/domain/usage.ts';
import type { UseCases } from '../../../src/http/use-cases.ts';
import { rulePages } from '../../../src/policies/rule-pages.ts';
import {
  briefOutcome,
  clientSeen,
  fallbackLine,
  handed,
  keySeen,
  last,
  lineCase,
  only,
  pace,
  progress,
  seen,
  shelved,
  somebody,
  told,
} from './fake-answers.ts';
import { fakeLineActs, fakeOverrides, fakeReview } from './fake-review.ts';
import {
  brief,
  campaign,
  candidate,
  cohort,
  counts,
  decision,
  event,
  item,
  line,
  request,
  webhookAttempt,
  webhookDelivery,
  webhookEndpoint,
} from './samples.ts';
import { person } from './signed-in.ts';

/** Replacements for single acts. */
export type Instead = { readonly [Part in keyof UseCases]?: Partial<UseCases[Part]> };

/** Use cases over the samples. `holders` says who a key or session belongs to. */
export function fakeUseCases(holders: ReadonlyMap<string, SignedIn>, instead: Instead = {}): UseCases {
  return {
    access: {
      byKey: async (secret) => holders.get(secret) ?? null,
      bySession: async (secret) => holders.get(secret) ?? null,
      signIn: async (token) => {
        const signedIn = holders.get(token);
        if (!signedIn) throw new Problem('not-signed-in', 'This link was used or is over.');
        return { secret: 'lws_fresh', expiresAt: '2026-11-24T08:00:00.000Z', signedIn };
      },
      signInByPassword: async () => ({
        secret: 'lws_fresh',
        expiresAt: '2026-11-24T08:00:00.000Z',
        signedIn: person(),
      }),
      signOut: async () => {},
      people: async (ids) =>
        [
          { id: 'user_loren', name: 'Loren', email: 'loren@tildenrow.example', createdAt: '2026-11-01T08:00:00.000Z' },
          { id: 'user_ada', name: 'Ada', email: 'ada@tildenrow.example', createdAt: '2026-11-01T08:00:00.000Z' },
        ].filter(({ id }) => ids.includes(id)),
      ...instead.access,
    },
    exampleBrief: async () => brief.brief,
    figures: async () => ({
      from: request.createdAt,
      to: request.createdAt,
      days: [],
      rejections: [],
      lines: 0,
      rules: [],
      writers: [],
      usage: noUsage,
      minutesPerApproved: null,
      recalled: 0,
      overrides: { asked: 0, granted: 0, refused: 0, rules: [] },
      fourEyes: { asked: 0, granted: 0, refused: 0 },
      waiting: { oldestAt: null, decidedByYou: 0 },
      chains: [],
    }),
    account: {
      read: async () => ({ person: somebody, needsCurrent: false }),
      sessions: async () => last([]),
      endSession: async (_signedIn, id) => only(id, 'sess_1', ['tilden-row'], undefined),
      endSessions: async () => {},
      setPassword: async () => {},
      ...instead.account,
    },
    people: {
      list: async () => last([seen]),
      invite: async () => ({ seen, link: handed }),
      setRoles: async (_caller, id) => only(id, 'user_loren', ['tilden-row'], seen),
      setState: async (_caller, id) => only(id, 'user_loren', ['tilden-row'], seen),
      makeLink: async (_caller, id) => only(id, 'user_loren', ['tilden-row'], handed),
      endSessions: async (_caller, id) => only(id, 'user_loren', ['tilden-row'], undefined),
      ...instead.people,
    },
    campaigns: {
      accept: async (_caller, brandIds, body) => {
        if (!brandIds.includes(body.brand)) throw new Problem('not-found', `There is no brand ${body.brand} here.`);
        return progress;
      },
      progress: async (brandIds, id) => only(id, 'req_1', brandIds, progress),
      list: async () => last([request]),
      retry: async (_caller, brandIds, id) => only(id, 'coh_1', brandIds, cohort),
      findings: async () => [],
      writer: { kind: 'embedded-writer', name: 'embedded writer' },
      ...instead.campaigns,
    },
    drafting: {
      cancelRequest: async (_caller, brandIds, id) => only(id, 'req_1', brandIds, undefined),
      cancelCohort: async (_caller, brandIds, id) => only(id, 'coh_1', brandIds, cohort),
      retryRequest: async (_caller, brandIds, id) => only(id, 'req_1', brandIds, { retried: 1 }),
      note: async (_caller, brandIds, id) => only(id, 'coh_1', brandIds, cohort),
      pace: async (brandIds, id) => only(id, 'tilden-row', brandIds, pace),
      outlook: async () => ({ pace, cohorts: [] }),
      pause: async (_caller, brandIds, id, reason) =>
        only(id, 'tilden-row', brandIds, { brandId: id, reason, pausedBy: 'user_loren', pausedAt: request.createdAt }),
      resume: async (_caller, brandIds, id) => only(id, 'tilden-row', brandIds, undefined),
      pauses: async () => [],
      ...instead.drafting,
    },
    lines: {
      recall: async (_caller, brandIds, id) => only(id, 'line_1', brandIds, { line, cohort, events: [] }),
      ...instead.lines,
    },
    briefs: {
      campaigns: async () =>
        last([
          {
            campaign,
            briefs: 1,
            requestId: request.id,
            cohorts: { [cohort.state]: 1 },
            pending: 1,
            usage: noUsage,
            needBy: null,
            sendAt: null,
          },
        ]),
      authors: async () => new Map([[brief.id, { kind: 'user', name: 'Ada' }]]),
      standing: async () => null,
      campaign: async (brandId, externalId) =>
        only(externalId, campaign.externalId, [brandId], {
          campaign,
          briefs: [{ revision: brief, requestId: request.id }],
        }),
      read: async (brandIds, id) => only(id, 'brief_1', brandIds, brief),
      readNamed: async (name) => only(name.brief, brief.brief.externalId ?? '', [name.brandId], brief),
      revisions: async (brandIds, id) => only(id, 'brief_1', brandIds, last([brief])),
      put: async (_caller, name) => only(name.brief, brief.brief.externalId ?? '', [name.brandId], briefOutcome),
      revise: async (_caller, brandIds, id, change, { seen }) => {
        const found = only(id, 'brief_1', brandIds, brief);
        seen(found.revision);
        change(found.brief);
        return briefOutcome;
      },
      ...instead.briefs,
    },
    delivery: {
      list: async () => ({
        lines: [lineCase],
        withheld: [{ line: lineCase, reason: 'the facts it was approved under changed' }],
        nextCursor: null,
      }),
      read: async (_caller, brandIds, id) => only(id, 'line_1', brandIds, lineCase),
      cohorts: async () => ({
        data: [{ cohort, counts, campaign: lineCase.campaign, brief, lines: [lineCase], withheld: [] }],
        nextCursor: null,
        syncCursor: 'sync_1',
      }),
      changes: async () => ({
        data: [
          { line: lineCase, reason: null },
          { line: lineCase, reason: 'the facts it was approved under changed' },
        ],
        nextCursor: 'sync_2',
        hasMore: false,
      }),
      ...instead.delivery,
    },
    library: {
      list: async () => last([shelved]),
      read: async (brandIds, id) => only(id, 'line_1', brandIds, { ...shelved, ...told }),
      choices: async () => ({
        campaigns: [{ brandId: 'tilden-row', externalId: campaign.externalId, name: campaign.name }],
        cohorts: [cohort.externalId],
        approvers: [line.approvedBy],
      }),
      dialects: [{ id: 'klaviyo', name: 'Klaviyo' }],
      ...instead.library,
    },
    lineActs: { ...fakeLineActs, ...instead.lineActs },
    fallbacks: {
      add: async (_caller, brandIds, brandId) => only(brandId, 'tilden-row', brandIds, fallbackLine),
      list: async (brandIds, brandId) => only(brandId, 'tilden-row', brandIds, last([fallbackLine])),
      recall: async (_caller, brandIds, id) => only(id, 'fall_1', brandIds, { ...fallbackLine, state: 'recalled' }),
      fallBack: async (_caller, cohorts) =>
        cohorts.map((each) => ({ ...each, fallback: fallbackLine, fallbackWithheld: [] })),
      ...instead.fallbacks,
    },
    overrides: { ...fakeOverrides, ...instead.overrides },
    clients: {
      clients: async () => last([clientSeen]),
      create: async () => clientSeen,
      keys: async (brandIds, id) => only(id, 'client_1', brandIds, [keySeen]),
      createKey: async (_by, brandIds, id) => only(id, 'client_1', brandIds, { secret: 'lw_key_1', seen: keySeen }),
      rotate: async (_by, brandIds, id) =>
        only(id, 'key_1', brandIds, { secret: 'lw_key_2', seen: keySeen, old: keySeen }),
      revoke: async (_by, brandIds, id) => only(id, 'key_1', brandIds, undefined),
      ...instead.clients,
    },
    heard: {
      acknowledge: async () => [],
      report: async () => [],
      acknowledgements: async () => last([]),
      outcomes: async () => last([]),
      ...instead.heard,
    },
    review: { ...fakeReview, ...instead.review },
    evidence: {
      candidates: async () => last([candidate]),
      candidate: async (brandIds, id) =>
        only(id, 'cand_1', brandIds, {
          candidate,
          cohort,
          campaign,
          reply: null,
          usage: null,
          note: null,
          item,
          decision,
          firstApprovals: [],
          sentBack: [],
          comments: [],
          overrides: [],
          undone: [],
          line,
        }),
      events: async () => last([event]),
      checkChains: async (brandIds) => ({
        checkedAt: request.createdAt,
        chains: brandIds.map((brandId) => ({ brandId, whole: 1, broken: null })),
      }),
      ...instead.evidence,
    },
    checks: {
      lines: async (brandIds, { brand, lines }) => {
        if (!brandIds.includes(brand)) throw new Problem('not-found', `There is no brand ${brand} here.`);
        const { policyHash } = line;
        return {
          policyHash,
          campaign: [],
          lines: lines.map(({ text }) => ({ text, verdict: 'pass', findings: [], graphemes: 1, policyHash })),
        };
      },
      ...instead.checks,
    },
    rules: {
      ...rulePages({ readPage: () => null }),
      ...instead.rules,
    },
    brands: {
      list: async (_caller, brandIds) =>
        brandIds.map((id) => ({
          id,
          inForce: null,
          mistakes: [{ file: 'policy.yaml', line: 3, column: 5, message: 'There is no rule "lenght".' }],
          filesDiffer: false,
        })),
      read: async (_caller, brandIds, id) =>
        only(id, 'tilden-row', brandIds, {
          ...{ id, inForce: null, mistakes: [], filesDiffer: false, exemplarVoices: [] },
        }),
      policy: async (brandIds, id) =>
        only(id, 'tilden-row', brandIds, {
          ...{ policyHash: line.policyHash, policySince: null, dialect: 'klaviyo', locale: 'en-US', market: 'US' },
          ...{ files: null, examples: { pass: [], block: [] }, countedSince: request.createdAt, lines: 0, rules: [] },
        }),
      tryText: async (brandIds, id) =>
        only(id, 'tilden-row', brandIds, {
          brandId: 'tilden-row',
          verdict: { verdict: 'pass', findings: [], graphemes: 1, policyHash: line.policyHash },
          ...{ policySince: null, sender: 'Tilden Row', renderings: [] },
        }),
      ...instead.brands,
    },
    voices: {
      of: async () => () => ({ score: 50, usual: null, traits: [], note: 'Too few lines.' }),
      ...instead.voices,
    },
    idempotency: {
      take: async () => ({ kind: 'begun' }),
      acting: (_lease, work) => work(),
      answer: async () => {},
      giveBack: async () => {},
      forget: async () => 0,
      ...instead.idempotency,
    },
    webhooks: {
      add: async (_caller, brandIds, { brand }) => {
        if (!brandIds.includes(brand)) throw new Problem('not-found', `There is no brand ${brand} here.`);
        return { endpoint: webhookEndpoint, secret: 'whsec_c2VjcmV0' };
      },
      list: async () => last([webhookEndpoint]),
      read: async (brandIds, id) => only(id, 'hook_1', brandIds, webhookEndpoint),
      change: async (_caller, brandIds, id) => only(id, 'hook_1', brandIds, { ...webhookEndpoint, version: 2 }),
      remove: async (_caller, brandIds, id) => only(id, 'hook_1', brandIds, undefined),
      rotate: async (_caller, brandIds, id) =>
        only(id, 'hook_1', brandIds, {
          endpoint: webhookEndpoint,
          secret: 'whsec_c2VjcmV0',
          previousUntil: '2026-11-24T08:00:00.000Z',
        }),
      test: async (brandIds, id) => only(id, 'hook_1', brandIds, { ...webhookAttempt, id: 'msg_2', hasArrived: false }),
      deliveries: async (brandIds, id) => only(id, 'hook_1', brandIds, last([webhookDelivery])),
      resend: async (_caller, brandIds, id) => only(id, 'msg_1', brandIds, webhookDelivery),
      ...instead.webhooks,
    },
    ping: async () => {},
    waitingJobs: async () => 3,
    modelNumbers: () => ({
      circuit: 'open',
      answered: 7,
      failed: 2,
      held: 1,
      inputTokens: 6_300,
      cachedInputTokens: 4_000,
      outputTokens: 840,
      costMicros: 1_449,
      currency: 'USD',
    }),
  };
}
