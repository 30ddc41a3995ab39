/** What an apology may name: the sort of fault and the day it happened, read off the incident and nothing else. */
import type { Facts } from '../../domain/facts.ts';
import { daysBetween } from './calendar-words.ts';

/** The fault in words. */
export type FaultWords = {
  readonly kind: 'link' | 'code' | 'price' | 'date' | 'twice' | 'any';
  /** "yesterday"; `null` where no plain word names the day. */
  readonly day: string | null;
};

/** The incident's fault, or `null` where the message is no apology. */
export function faultWords(facts: Facts): FaultWords | null {
  const { incident, messageType, send, timeZone } = facts;
  if (messageType !== 'apology' || !incident) return null;
  const days = send.kind === 'at' ? daysBetween(incident.happenedAt, send.at, timeZone) : null;
  return {
    kind: kindOf(incident.what, incident.remedy),
    day: days === 0 ? 'today' : days === 1 ? 'yesterday' : null,
  };
}

function kindOf(what: string, remedy: string): FaultWords['kind'] {
  // A line that promises the working thing needs a remedy that names it.
  const both = (word: RegExp) => word.test(what) && word.test(remedy);
  if (both(/\blinks?\b/iu)) return 'link';
  if (both(/\bcodes?\b/iu)) return 'code';
  if (/\btwice\b|\bduplicate/iu.test(what)) return 'twice';
  if (both(/\bprices?\b/iu)) return 'price';
  return both(/\bdates?\b/iu) ? 'date' : 'any';
}
