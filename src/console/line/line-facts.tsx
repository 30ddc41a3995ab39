/** The small facts of a line: who wrote it, from which angle, how long it is. */
import { Badge } from '@mantine/core';
import type { Candidate } from '../../domain/candidate.ts';
import { count } from '../words/counts.ts';
import { writerName } from '../words/writer.ts';
import styles from './line-card.module.css';

/** One row above a line. */
export function LineFacts({ candidate, isSkipped }: { readonly candidate: Candidate; readonly isSkipped: boolean }) {
  return (
    <div className={styles.facts}>
      <Badge
        variant="default"
        className={styles.writer}
        data-embedded={candidate.provenance.writer === 'embedded-writer'}
      >
        {writerName(candidate.provenance)}
      </Badge>
      <span>angle: {candidate.angle}</span>
      <span>{count(candidate.verdict.graphemes, 'character')}</span>
      {candidate.verdict.findings.length === 0 && <span>no findings</span>}
      {isSkipped && <span>skipped</span>}
    </div>
  );
}
