import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { Brief } from '../../src/domain/brief.ts';
import { Candidate } from '../../src/domain/candidate.ts';
import { LineList, RequestView } from '../../src/http/contracts/campaign-routes.ts';
import { AuditEventView, CandidateHistoryView } from '../../src/http/contracts/compliance-routes.ts';
import { QueueEntryView, RulingView } from '../../src/http/contracts/review-routes.ts';
import { listOf } from '../../src/http/contracts/route.ts';
import { apiCaller, signedIn } from '../support/api-caller.ts';
import { type RunningService, runningService } from '../support/running-service.ts';

describe.each(['second-purchase', 'end-of-season', 'apology'])('the whole way with the brief %s', (name) => {
  const written = parse(readFileSync(`data/examples/${name}.yaml`, 'utf8'));
  const { brand, cohorts } = Brief.parse(written);
  let service: RunningService;
  let tool: ReturnType<typeof apiCaller>;
  let copywriter: ReturnType<typeof apiCaller>;
  let officer: ReturnType<typeof apiCaller>;

  beforeAll(async () => {
    service = await runningService();
    tool = apiCaller(service.url, { authorization: `Bearer ${await service.key([brand])}` });
    officer = apiCaller(service.url, { authorization: `Bearer ${await service.key([brand], 'compliance')}` });
    const link = await service.signInLink({ name: 'Ada', brandIds: [brand], roles: ['copywriter'] });
    copywriter = apiCaller(service.url, await signedIn(link));
  });
  afterAll(() => service.stop());

  it('takes the brief, drafts every cohort, and hands out exactly what a person approved', async () => {
    const accepted = await tool('/v1/variant-requests', RequestView, written);
    expect(accepted.status).toBe(202);
    const location = accepted.headers.get('location') ?? '';
    const progress = async () => (await tool(location, RequestView)).body;
    await expect
      .poll(async () => (await progress()).cohorts.map(({ state }) => state), { timeout: 20_000 })
      .toEqual(cohorts.map(() => 'in-review'));

    expect((await tool('/v1/approved-lines', LineList)).body.data).toEqual([]);
    const approved: string[] = [];
    for (const cohort of (await progress()).cohorts) {
      const queue = `/v1/review-items?cohort=${cohort.id}&state=pending&limit=100`;
      const { data: waiting } = (await copywriter(queue, listOf(QueueEntryView))).body;
      expect(waiting.length).toBeGreaterThanOrEqual(cohort.needed);
      for (const { item, candidate } of waiting.slice(0, cohort.needed)) {
        const decision = { kind: 'approve', warningsPassed: 'on-purpose' };
        const body = { version: item.version, decision };
        expect((await copywriter(`/v1/review-items/${item.id}/decisions`, RulingView, body)).status).toBe(201);
        approved.push(candidate.text);
      }
      expect((await copywriter(`/v1/review-cohorts/${cohort.id}/closures`, z.unknown(), {})).status).toBe(201);
    }
    expect((await progress()).state).toBe('ready');
    const { data: lines, withheld } = (await tool('/v1/approved-lines?limit=100', LineList)).body;
    expect(lines.map(({ text }) => text).sort()).toEqual(approved.sort());
    expect(withheld).toEqual([]);
    for (const line of lines) expect(line).toMatchObject({ writer: 'embedded-writer', state: 'live' });
  });

  it('can show where every line came from, and prove that nobody touched the record', async () => {
    const { data: found } = (await officer('/v1/candidates?limit=1', listOf(Candidate))).body;
    const history = (await officer(`/v1/candidates/${found[0]?.id}`, CandidateHistoryView)).body;
    expect(history.reply?.raw).toContain(JSON.stringify(history.candidate.text).slice(1, -1));
    expect(history.candidate.provenance.writer).toBe('embedded-writer');
    const reports = await service.product.verifyAudit(() => {});
    expect(reports.map(({ broken }) => broken)).toEqual(reports.map(() => null));
    const { data: events } = (await officer('/v1/audit-events?limit=100', listOf(AuditEventView))).body;
    const actions = new Set(events.map(({ action }) => action));
    for (const action of ['line.approved', 'line.delivered', 'cohort.closed']) expect(actions).toContain(action);
  });
});
