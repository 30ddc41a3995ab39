/** The whole service, with a second app before it that dies between doing what is asked and answering. */
import * as z from 'zod';
import { addMs } from '../../../src/domain/instant.ts';
import { MeView } from '../../../src/http/contracts/access-routes.ts';
import type { Route } from '../../../src/http/contracts/route.ts';
import { rawSql } from '../../support/raw-sql.ts';
import { type Received, type Sent, servedApp } from './served-app.ts';
import { bodyFor, wholeService } from './whole-service.ts';

export type CrashingService = {
  /** A body that fits, with everything so that the route finds something to do. */
  readonly ready: (route: Route) => Promise<Sent>;
  readonly sendAndDie: (route: Route, sent: Sent) => Promise<Received>;
  /** The same request under the same key, once the lease of the one that died is over. */
  readonly sendAgain: (route: Route, sent: Sent) => Promise<Received>;
  /** How many audit events tell of acts of the one who asks. */
  readonly acts: () => Promise<number>;
  readonly close: () => Promise<void>;
};

const killed = () => Promise.reject(new Error('killed'));
const limits = { perCaller: 1e9, signIns: 1e9 };

/** Start it on a database; close it in the end. */
export async function crashingService(database: {
  readonly databaseUrl: string;
  readonly remove: () => Promise<void>;
}): Promise<CrashingService> {
  const service = await wholeService(database);
  const { product, ids, owner } = service;
  const { useCases, moment } = product;
  const idempotency = { ...useCases.idempotency, answer: killed, giveBack: killed };
  const dying = await servedApp({}, { useCases: { ...useCases, idempotency }, moment, limits });
  const afterLease = { ...moment, now: () => addMs(moment.now(), 61_000) };
  const later = await servedApp({}, { useCases, moment: afterLease, limits });
  const { userId } = MeView.parse((await dying.send('GET', '/v1/me', owner)).body);
  // What is put back in line must wait there, or it would be drafted while the next route looks at it.
  await service.app.send('PUT', '/v1/brands/tilden-row/pause', { ...owner, json: { reason: 'A test.' } });

  const sql = (statement: string) => rawSql(database.databaseUrl, statement);
  const cohortIn = (state: string) => sql(`update cohorts set state = '${state}' where id = '${ids['cohorts']}'`);
  const waits = async () => {
    await sql(`update decisions set undone_at = decided_at where item_id = '${ids['review-items']}'`);
    await sql(`update review_items set state = 'pending', version = 1 where id = '${ids['review-items']}'`);
  };
  const prepared: Readonly<Record<string, () => Promise<unknown>>> = {
    closeReviewCohort: async () => {
      await sql('update cohorts set needed = 1');
      await cohortIn('in-review');
    },
    undoReviewDecision: async () => {
      await sql(
        `update approved_lines set released_at = '2999-01-01T00:00:00.000Z' where id <> '${ids['approved-lines']}'`,
      );
      // The service is at work beside the test, and may have told somebody already that the line is approved.
      await sql(
        `delete from webhook_deliveries where type = 'line.approved' and subject <> '${ids['approved-lines']}'`,
      );
    },
    decideReviewItems: waits,
    sendReviewItemBack: async () => {
      await waits();
      await cohortIn('in-review');
    },
    rewordReviewItem: waits,
    copyReviewItem: async () => {
      await waits();
      const approved = `(select candidate_id from approved_lines where id = '${ids['approved-lines']}')`;
      await sql(`update decisions set item_id = '${ids['review-items']}', undone_at = null
        where candidate_id = ${approved}`);
      // A text that its cohort does not have, so that the line can be copied to its own.
      await sql(
        `update approved_lines set text = 'Another text', cohort_external_id = 'another' where candidate_id = ${approved}`,
      );
    },
    retryCohort: () => cohortIn('failed'),
    retryVariantRequest: () => cohortIn('failed'),
    noteCohort: () => cohortIn('in-review'),
    cancelVariantRequest: () => cohortIn('waiting'),
  };
  const used = { lineId: ids['approved-lines'], send: { externalId: 'a-send' } };
  const bodies: Readonly<Record<string, object>> = {
    createVariantRequest: { externalId: 'another-brief' },
    acknowledgeLines: { acknowledgements: [{ ...used, usedAt: '2026-01-01T08:00:00Z' }] },
    decideReviewItems: {
      items: [{ id: ids['review-items'], version: 1 }],
      decision: { kind: 'reject', reason: 'legal' },
    },
    askOverride: { item: ids['review-items'], text: 'Coats. '.repeat(20).trim() },
    copyReviewItem: { cohort: ids['cohorts'] },
    reportOutcomes: { outcomes: [{ ...used, day: '2026-01-01', sends: 10 }] },
  };
  const send = (app: typeof later, route: Route, { json, headers }: Sent) =>
    app.send('POST', service.pathFor(route), {
      ...owner,
      ...(json !== undefined && { json }),
      headers: { ...headers, 'idempotency-key': route.operationId },
    });

  return {
    ready: async (route) => {
      await prepared[route.operationId]?.();
      const sent = bodyFor(route);
      const { json } = sent;
      return {
        ...sent,
        ...(json !== undefined && { json: { ...z.object({}).loose().parse(json), ...bodies[route.operationId] } }),
      };
    },
    sendAndDie: (route, sent) => send(dying, route, sent),
    sendAgain: (route, sent) => send(later, route, sent),
    acts: async () =>
      (await sql(`select id from audit_events where body like '%"id":"${userId}"%' and action <> 'line.delivered'`))
        .length,
    close: async () => {
      await dying.close();
      await later.close();
      await service.close();
    },
  };
}
