/** Decisions in words: "Ben Okafor rejected this line at 2:32 PM: Off-brand voice.". */
import type { RecordedDecision } from '../../domain/decision.ts';
import { timeHere } from './dates.ts';
import { rejectLabel } from './reasons.ts';

/** What became of the line, in two or three words. */
export function outcomeOf(decision: Pick<RecordedDecision, 'kind' | 'reason' | 'isFirstOfTwo'>): string {
  if (decision.isFirstOfTwo) return 'Approved once';
  switch (decision.kind) {
    case 'approve':
      return 'Approved';
    case 'approve-edited':
      return 'Edited and approved';
    case 'reject':
      return 'Rejected';
    case 'not-needed':
      return 'Not needed';
    case 'expired':
      return 'Expired';
    default:
      return decision.kind satisfies never;
  }
}

/** The whole sentence, with the person's name, the time and the reason. */
export function decisionSentence(decision: RecordedDecision, decidedBy: string | null): string {
  const who = decidedBy ?? 'The service';
  const at = `at ${timeHere(decision.decidedAt)}`;
  if (decision.isFirstOfTwo) return `${who} approved this line ${at}. It waits for a second pair of eyes.`;
  switch (decision.kind) {
    case 'approve':
      return `${who} approved this line ${at}.`;
    case 'approve-edited':
      return `${who} edited and approved this line ${at}.`;
    case 'reject':
      return `${who} rejected this line ${at}: ${rejectLabel(decision.reason)}.`;
    case 'not-needed':
      return `${who} put this line away as not needed ${at}.`;
    case 'expired':
      return `This line expired ${at}, before anyone decided it.`;
    default:
      return decision.kind satisfies never;
  }
}
