/** What happened to a line, in the order it happened. */
import type { ApprovedLine } from '../../../domain/approved-line.ts';
import type { Candidate } from '../../../domain/candidate.ts';
import type { RecordedDecision } from '../../../domain/decision.ts';
import type { RecordedVerdict } from '../../../domain/finding.ts';
import type { LineComment } from '../../../domain/line-comment.ts';
import type { Override } from '../../../domain/override.ts';
import type { CandidateHistoryView } from '../../../http/contracts/compliance-routes.ts';
import type { IconName } from '../../shell/icon.tsx';
import { outcomeOf } from '../../words/decisions.ts';
import { lineStateWords } from '../../words/line-states.ts';
import { passLabel, rejectLabel } from '../../words/reasons.ts';
import { writerName } from '../../words/writer.ts';

/** One thing that happened. What is not told of it is left out. */
export type LineEvent = {
  readonly key: string;
  readonly at: string;
  readonly icon: IconName;
  readonly title: string;
  readonly by?: string | undefined;
  readonly says?: string | undefined;
  /** In the words of a person. */
  readonly comment?: string | undefined;
  /** The candidate it was copied from, in another cohort. */
  readonly from?: string | undefined;
  /** The text the verdict is of, where it is not that of the edit. */
  readonly of?: Candidate;
  readonly edit?: { readonly before: Candidate; readonly after: Candidate };
  readonly verdict?: RecordedVerdict;
};

/** Oldest first. `edits` are the histories of the texts approved in its place. */
export function lineEvents(history: CandidateHistoryView, edits: readonly CandidateHistoryView[]): LineEvent[] {
  const nameOf = (id: string | null) => (id === null ? undefined : (history.names[id] ?? id));
  const decided = (decision: RecordedDecision): LineEvent => {
    const after = edits.find(({ candidate }) => candidate.id === decision.candidateId)?.candidate;
    const isEdit = decision.kind === 'approve-edited';
    const isSentBack = history.sentBack.includes(decision.id);
    return {
      key: decision.id,
      at: decision.decidedAt,
      icon: isSentBack ? 'back' : signOf(decision),
      title: isSentBack ? 'Sent back' : outcomeOf(decision),
      by: nameOf(decision.decidedBy),
      says: isSentBack ? 'Another line was drafted in its place, with these words.' : reasonOf(decision),
      comment: decision.comment ?? undefined,
      ...(after && isEdit ? { edit: { before: editedFrom(after), after }, verdict: after.verdict } : {}),
    };
  };
  /** A second approver may edit what the first one had edited. */
  function editedFrom({ provenance }: Candidate): Candidate {
    const from = provenance.writer === 'person' ? provenance.editedFrom : null;
    return edits.find(({ candidate }) => candidate.id === from)?.candidate ?? history.candidate;
  }
  const lines = [history.line, ...edits.map(({ line }) => line)].flatMap((line) => line ?? []);
  const events = [
    written(history, nameOf),
    ...history.undone.flatMap((decision) => [
      decided(decision),
      {
        key: `${decision.id} undone`,
        at: decision.undoneAt,
        icon: 'back' as const,
        title: 'Decision taken back',
        by: nameOf(decision.undoneBy),
        says: `It was: ${outcomeOf(decision).toLowerCase()}. The line waited for a decision again.`,
      },
    ]),
    ...standingIn(history).map(decided),
    ...[history, ...edits].flatMap(({ overrides }) => overrides.flatMap((each) => overrideEvents(each, nameOf))),
    ...history.comments.map((said) => commented(said, nameOf(said.saidBy))),
    ...lines.flatMap(ended),
  ];
  return events.toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
}

function signOf({ kind }: RecordedDecision): IconName {
  if (kind === 'reject') return 'cross';
  return kind.startsWith('approve') ? 'check' : 'skip';
}

function commented({ id, comment, saidAt }: LineComment, by: string | undefined): LineEvent {
  return { key: id, at: saidAt, icon: 'info', title: 'Comment', by, comment };
}

/** Asking for a block to be lifted, and the answer once there is one. */
function overrideEvents(override: Override, nameOf: (id: string | null) => string | undefined): LineEvent[] {
  const { id, state, rules, reason, askedBy, askedAt, answer, answeredBy, answeredAt } = override;
  const asked: LineEvent = {
    key: id,
    at: askedAt,
    icon: 'hand',
    title: 'Override asked for',
    by: nameOf(askedBy),
    says: `To lift the block of ${rules.join(', ')}.`,
    comment: reason,
  };
  if (answeredAt === null) return [asked];
  const isGranted = state === 'granted';
  const title = isGranted ? 'Override granted' : 'Override refused';
  const icon = isGranted ? 'check' : 'cross';
  return [
    asked,
    { key: `${id} answer`, at: answeredAt, icon, title, by: nameOf(answeredBy), comment: answer ?? undefined },
  ];
}

/** The decisions that stand: the one that counts, and a first approval before it. */
function standingIn({ decision, firstApprovals }: CandidateHistoryView): RecordedDecision[] {
  const earlier = firstApprovals.filter(({ id }) => id !== decision?.id);
  return decision ? [...earlier, decision] : earlier;
}

function written(history: CandidateHistoryView, nameOf: (id: string | null) => string | undefined): LineEvent {
  const { candidate, note } = history;
  const { provenance, verdict } = candidate;
  const asked = note ? `It was asked for by ${nameOf(note.askedBy) ?? note.askedBy}: “${note.note}”` : undefined;
  return {
    key: candidate.id,
    at: candidate.createdAt,
    icon: 'pen',
    title: beganAs(provenance),
    from: provenance.writer === 'person' ? (provenance.copiedFrom ?? undefined) : undefined,
    by: provenance.writer === 'person' ? nameOf(provenance.userId) : undefined,
    says: [asked, whyNotInReview(history)].filter((each) => each !== undefined).join(' ') || undefined,
    of: candidate,
    verdict,
  };
}

function beganAs(provenance: Candidate['provenance']): string {
  if (provenance.writer !== 'person') return `Drafted by ${writerName(provenance)}`;
  return provenance.copiedFrom ? 'Taken from another cohort' : 'Written';
}

function whyNotInReview({ item, candidate }: CandidateHistoryView): string | undefined {
  if (item) return undefined;
  if (candidate.duplicateOf !== null)
    return 'It says the same as an earlier line of this cohort, so it never went to review.';
  return 'The policy blocked it, so it never went to review.';
}

function reasonOf(decision: RecordedDecision): string | undefined {
  if (decision.kind === 'reject') return `Reason: ${rejectLabel(decision.reason)}.`;
  if (decision.warningsPassed) return `The warning passed: ${passLabel(decision.warningsPassed)}.`;
  return undefined;
}

/** An undone line is told by the decision that was taken back. */
function ended({ id, state, reason, updatedAt }: ApprovedLine): LineEvent[] {
  if (state === 'live' || state === 'undone') return [];
  return [{ key: id, at: updatedAt, icon: 'block', title: lineStateWords(state), says: reason ?? undefined }];
}
