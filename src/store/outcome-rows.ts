/** Rows of outcomes, and the domain's form of them. */
import { contentHash } from '../domain/hash.ts';
import { Outcome, OutcomeCounts } from '../domain/outcome.ts';
import type { NewOutcome } from '../ports/outcome-store.ts';
import { among } from './among.ts';
import type { Writing } from './database.ts';
import { escapeText, unescapeText } from './escape-text.ts';
import { insertAll } from './insert-all.ts';
import type { OutcomeRow } from './outcome-tables.ts';

/** Saves what differs from what is in force, as the next revision of it. */
export async function keepOutcomes(
  trx: Writing,
  given: readonly NewOutcome[],
): Promise<{ readonly inForce: readonly Outcome[]; readonly fresh: readonly Outcome[] }> {
  const lineIds = [...new Set(given.map(({ lineId }) => lineId))];
  const there = await trx
    .selectFrom('outcomes')
    .selectAll()
    .where('lineId', 'in', among(lineIds))
    .where('replacedAt', 'is', null)
    .execute();
  const current = new Map(there.map(outcomeOf).map((outcome) => [keyOf(outcome), outcome]));
  const fresh: Outcome[] = [];
  const replaced: string[] = [];
  const inForce = given.map((each) => {
    const before = current.get(keyOf(each));
    if (before && saysOf(before) === saysOf(each)) return before;
    if (before) replaced.push(before.id);
    const next: Outcome = { ...each, revision: (before?.revision ?? 0) + 1, replacedAt: null };
    fresh.push(next);
    current.set(keyOf(each), next);
    return next;
  });
  const at = given[0]?.receivedAt ?? '';
  await trx.updateTable('outcomes').set({ replacedAt: at }).where('id', 'in', among(replaced)).execute();
  await insertAll(trx, 'outcomes', fresh.map(rowOf));
  return { inForce, fresh };
}

/** The outcome of a row. */
export function outcomeOf(row: OutcomeRow): Outcome {
  const { sendExternalId, revenueMinor, currency, sends, opens, clicks, unsubscribes, complaints, ...rest } = row;
  const counts = { sends, opens, clicks, unsubscribes, complaints };
  const known = Object.fromEntries(Object.entries(counts).filter(([, value]) => value !== null));
  return Outcome.parse({
    ...rest,
    ...known,
    ...(revenueMinor !== null && { revenue: { minor: revenueMinor, currency } }),
    send: sendExternalId === '' ? null : { externalId: unescapeText(sendExternalId) },
  });
}

function rowOf({ send, revenue, ...outcome }: Outcome): OutcomeRow {
  const { sends = null, opens = null, clicks = null, unsubscribes = null, complaints = null } = outcome;
  return {
    ...outcome,
    sends,
    opens,
    clicks,
    unsubscribes,
    complaints,
    sendExternalId: send === null ? '' : escapeText(send.externalId),
    revenueMinor: revenue?.minor ?? null,
    currency: revenue?.currency ?? null,
  };
}

function keyOf({ lineId, send, day }: Pick<Outcome, 'lineId' | 'send' | 'day'>): string {
  return JSON.stringify([lineId, send?.externalId ?? null, day]);
}

/** What an outcome says, whoever said it when. */
function saysOf(outcome: NewOutcome): string {
  const counts = OutcomeCounts.parse(
    Object.fromEntries(Object.entries(outcome).filter(([name]) => name in OutcomeCounts.shape)),
  );
  return contentHash({ ...counts, arm: outcome.arm });
}
