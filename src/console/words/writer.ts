/** Who wrote a line, in words. */
import type { Candidate } from '../../domain/candidate.ts';

/** "Embedded writer", the model's name, or that a person edited it. */
export function writerName(provenance: Candidate['provenance']): string {
  switch (provenance.writer) {
    case 'person':
      return 'Written by a person';
    case 'embedded-writer':
      return 'Embedded writer';
    case 'model':
      return provenance.model;
    default:
      return provenance satisfies never;
  }
}
