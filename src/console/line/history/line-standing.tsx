/** Where a line stands now, in one sentence. */
import { isOpen } from '../../../domain/review-states.ts';
import type { CandidateHistoryView } from '../../../http/contracts/compliance-routes.ts';
import { Icon, type IconName } from '../../shell/icon.tsx';
import { dayAndTime } from '../../words/dates.ts';
import { lineStateWords, reviewStateWords } from '../../words/line-states.ts';
import styles from './line-page.module.css';

/** The line that was approved speaks before the review of it. */
export function LineStanding(props: {
  readonly history: CandidateHistoryView;
  readonly edits: readonly CandidateHistoryView[];
}) {
  const { icon, tone, says } = standingOf(props.history, props.edits);
  return (
    <p className={styles.standing} data-tone={tone}>
      <Icon name={icon} /> {says}
    </p>
  );
}

function standingOf(
  { item, line, decision, candidate, sentBack }: CandidateHistoryView,
  edits: readonly CandidateHistoryView[],
): { readonly icon: IconName; readonly tone: 'good' | 'bad' | 'quiet'; readonly says: string } {
  const approved = [line, ...edits.map((edit) => edit.line)].find(
    (each) => each?.candidateId === decision?.candidateId,
  );
  if (approved && approved.state === 'live')
    return {
      icon: 'check',
      tone: 'good',
      says: `${lineStateWords('live')} until ${dayAndTime(approved.validUntil)}. Released ${dayAndTime(approved.releasedAt)}.`,
    };
  if (approved)
    return {
      icon: 'block',
      tone: 'bad',
      says: [lineStateWords(approved.state), approved.reason].filter(Boolean).join(': '),
    };
  if (decision && sentBack.includes(decision.id))
    return { icon: 'back', tone: 'quiet', says: 'Sent back; another line was drafted in its place.' };
  if (item)
    return {
      icon: isOpen(item.state) ? 'hand' : 'cross',
      tone: 'quiet',
      says: `${reviewStateWords(item.state)}.`,
    };
  if (candidate.duplicateOf !== null) return { icon: 'skip', tone: 'quiet', says: 'A duplicate, never in review.' };
  return { icon: 'block', tone: 'bad', says: 'Blocked by the policy, never in review.' };
}
