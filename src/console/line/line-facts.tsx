/** The small facts of a line: who wrote it, in which attempt, from which angle, what it cost, how long it is. */
import { Badge } from '@mantine/core';
import type { QueueEntryView } from '../../http/contracts/review-routes.ts';
import { costWords } from '../words/costs.ts';
import { count } from '../words/counts.ts';
import { attemptWords, writerName } from '../words/writer.ts';
import styles from './line-card.module.css';

/** One row above a line. */
export function LineFacts({ entry, isSkipped }: { readonly entry: QueueEntryView; readonly isSkipped: boolean }) {
  const { candidate, origin } = entry;
  const { provenance } = candidate;
  const attempt = attemptWords(provenance);
  const cost = origin.usage && costWords(origin.usage);
  return (
    <div className={styles.facts}>
      <Badge variant="default" className={styles.writer} data-embedded={provenance.writer === 'embedded-writer'}>
        {writerName(provenance)}
      </Badge>
      <span>angle: {candidate.angle}</span>
      {attempt && <span>{attempt}</span>}
      {origin.note && (
        <span className={styles.wish}>
          asked for: <bdi>“{origin.note.note}”</bdi>
        </span>
      )}
      <span>{count(candidate.verdict.graphemes, 'character')}</span>
      {cost && <span>{cost}</span>}
      {candidate.verdict.findings.length === 0 && <span>no findings</span>}
      {isSkipped && <span>skipped</span>}
    </div>
  );
}
