import { beforeAll, describe, expect, it } from 'vitest';
import { brokenLink, type ChainHead, commitmentTo, noHash } from '../../src/domain/audit-event.ts';
import type { Store } from '../../src/ports/store.ts';
import { openStore } from '../../src/store/open-store.ts';
import { fixedMoment } from '../support/fixed-moment.ts';
import { rawSql } from '../support/raw-sql.ts';
import { addBrand, approve, draftRequest } from '../support/sample-acts.ts';
import { sampleAccepted, sampleEvent } from '../support/samples.ts';
import { eachStore } from '../support/stores.ts';

const loomwell = ['loomwell'];
const start = '2026-01-01T00:00:00.000Z';

/** What is wrong with a chain, or `null`; also compares its end with the recorded head. */
async function faultOf(store: Store, chain: string): Promise<string | null> {
  let head: ChainHead = { sequence: 0, hash: noHash };
  for (const { body, hash } of await store.evidence.events(chain, 0, 10_000)) {
    const fault = brokenLink(body, hash, head);
    if (fault) return fault;
    head = { sequence: head.sequence + 1, hash };
  }
  const recorded = (await store.evidence.chains()).find((each) => each.chain === chain)?.head;
  return recorded?.sequence === head.sequence && recorded.hash === head.hash ? null : 'its end is not the head';
}

describe('the audit chain', () => {
  eachStore(({ store, databaseUrl, kind }) => {
    const moment = fixedMoment();
    beforeAll(async () => {
      await addBrand(store(), moment);
      await addBrand(store(), moment, 'another');
    });

    it('has no gaps after acts of all kinds at once, from two nodes', async () => {
      const drafted = await Promise.all([1, 2, 3].map(() => draftRequest(store(), moment)));
      const node = await openStore({ databaseUrl: databaseUrl() });
      const acts = drafted.flatMap(({ items }) =>
        items.flatMap(({ id }) => [
          store().review.decide(loomwell, id, start, approve(moment, 'user_a')),
          node.review.decide(loomwell, id, start, approve(moment, 'user_b')),
          store().generation.acceptRequest(sampleAccepted(moment)),
          node.generation.acceptRequest(sampleAccepted(moment)),
        ]),
      );
      const ended = await Promise.allSettled(acts);
      await node.close();
      expect(ended).toHaveLength(24);
      expect(ended.filter(({ status }) => status === 'rejected')).toHaveLength(6);
      expect(await faultOf(store(), 'loomwell')).toBeNull();
    });

    it('is one for each brand', async () => {
      const before = await store().evidence.events('another', 0, 1_000);
      await draftRequest(store(), moment);
      expect(await store().evidence.events('another', 0, 1_000)).toEqual(before);
      expect(await faultOf(store(), 'another')).toBeNull();
    });

    it('does not let an act write to a chain it does not hold', async () => {
      const { items } = await draftRequest(store(), moment);
      const act = store().review.decide(loomwell, items[0]?.id ?? '', start, (of) => ({
        ...approve(moment)(of),
        events: [sampleEvent(moment, 'another')],
      }));
      await expect(act).rejects.toThrow('wrote to the audit chain another');
      expect(await faultOf(store(), 'another')).toBeNull();
    });

    it('keeps personal data beside the chain, committed to with its salt', async () => {
      const personal = { salt: 'ab12', value: 'Ada said: \0 no' };
      const accepted = sampleAccepted(moment);
      await store().generation.acceptRequest({ ...accepted, events: [sampleEvent(moment, 'loomwell', { personal })] });
      const [event] = (await store().evidence.eventPage({ brandIds: loomwell }, { limit: 1, cursor: null })).data;
      expect(event?.commitment).toBe(commitmentTo(personal));
      expect(JSON.stringify(event)).not.toContain('Ada');
      const rows = await rawSql(
        databaseUrl(),
        `select salt, value from audit_personal where event_id = '${event?.id}'`,
      );
      expect(rows).toEqual([{ salt: 'ab12', value: 'Ada said: \\u0000 no' }]);
      await rawSql(databaseUrl(), `delete from audit_personal where event_id = '${event?.id}'`);
      expect(await faultOf(store(), 'loomwell')).toBeNull();
    });

    const copy =
      'select chain, sequence, id, action, subject, at, body, hash from audit_events where sequence = 1 limit 1';
    const rowAnew = "('loomwell', 1, 'evt_new', 'line.approved', 'x', 'x', '{}', 'x')";
    const tampering = {
      'an update': ["update audit_events set body = '{}'"],
      'a deletion': ['delete from audit_events where sequence = 1'],
      'a second event of the same number': [`insert into audit_events values ${rowAnew}`],
      ...(kind === 'SQLite'
        ? {
            'a replacement': [`insert or replace into audit_events values ${rowAnew}`],
            'a replacement by id': [
              `insert or replace into audit_events select chain, 9999, id, action, subject, at, body, hash from (${copy})`,
            ],
            'a replacement with triggers only on the outside': [
              'pragma recursive_triggers = off',
              `insert or replace into audit_events values ${rowAnew}`,
            ],
            'an upsert': [
              `insert into audit_events ${copy.replace(' limit', ' and true limit')} on conflict do update set body = '{}'`,
            ],
          }
        : {
            'an upsert': [
              `insert into audit_events values ${rowAnew} on conflict (chain, sequence) do update set body = '{}'`,
            ],
            'emptying the table': ['truncate audit_events'],
            'emptying the table and all that hangs on it': ['truncate audit_events cascade'],
          }),
    };
    it.each(Object.entries(tampering))('is kept by the database itself from %s', async (_, statements) => {
      const before = await store().evidence.events('loomwell', 0, 10_000);
      await expect(rawSql(databaseUrl(), ...statements)).rejects.toThrow(/append-only|duplicate key|cannot truncate/);
      expect(await store().evidence.events('loomwell', 0, 10_000)).toEqual(before);
    });

    it('shows a body that was changed after the triggers were taken away', async () => {
      const drop =
        kind === 'SQLite'
          ? ['drop trigger audit_events_are_not_updated']
          : ['drop trigger audit_events_stay on audit_events'];
      const change = `update audit_events set body = replace(body, '"subject":"', '"subject":"not ') where chain = 'another' and sequence = 1`;
      await rawSql(databaseUrl(), ...drop, change);
      expect(await faultOf(store(), 'another')).toBe('its content does not have its hash');
      await rawSql(databaseUrl(), "update audit_events set body = 'no event at all' where chain = 'another'");
      await expect(store().evidence.events('another', 0, 10)).resolves.toHaveLength(1);
    });
  });
});
