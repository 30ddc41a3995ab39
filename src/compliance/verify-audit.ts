/** Proving the audit chains whole, or naming the first event that breaks one. */
import { setImmediate as othersTurn } from 'node:timers/promises';
import { brokenLink, type ChainHead, noHash } from '../domain/audit-event.ts';
import type { BrokenEvent } from '../domain/chain-report.ts';
import type { EvidenceStore } from '../ports/evidence-store.ts';

/** What a check of one chain found. */
export type ChainReport = {
  readonly chain: string;
  /** Events that hold together. */
  readonly whole: number;
  /** The first one that does not. */
  readonly broken: BrokenEvent | null;
};

/** Few enough that nobody else waits for a piece: about 5 ms. */
const pieceSize = 250;

/** Check every chain from its first event to its recorded head; `onEvents` hears how many more were checked. */
export async function verifyAudit(
  store: EvidenceStore,
  onEvents: (count: number) => void = () => {},
): Promise<ChainReport[]> {
  const reports: ChainReport[] = [];
  for (const { chain, head } of await store.chains()) reports.push(await verifyChain(store, chain, head, onEvents));
  return reports;
}

/** Check one chain up to where its head is recorded to be. */
export async function verifyChain(
  store: Pick<EvidenceStore, 'events'>,
  chain: string,
  recorded: ChainHead,
  onEvents: (count: number) => void = () => {},
): Promise<ChainReport> {
  let head: ChainHead = { sequence: 0, hash: noHash };
  // Events written while this runs lie beyond the recorded head and are another day's check.
  while (head.sequence < recorded.sequence) {
    const wanted = Math.min(pieceSize, recorded.sequence - head.sequence);
    const events = await store.events(chain, head.sequence, wanted);
    for (const { id, body, hash } of events) {
      const reason = brokenLink(body, hash, head);
      if (reason !== null) return { chain, whole: head.sequence, broken: { sequence: head.sequence + 1, id, reason } };
      head = { sequence: head.sequence + 1, hash };
    }
    if (events.length === 0) return missing(chain, head, `events after it are missing up to ${recorded.sequence}`);
    onEvents(events.length);
    await othersTurn();
  }
  if (head.hash !== recorded.hash) return missing(chain, head, 'the chain does not end in its recorded head');
  return { chain, whole: head.sequence, broken: null };
}

function missing(chain: string, head: ChainHead, reason: string): ChainReport {
  return { chain, whole: head.sequence, broken: { sequence: head.sequence + 1, id: null, reason } };
}
