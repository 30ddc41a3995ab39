/** Who wrote a line, in words. */
import type { Candidate, Round } from '../../domain/candidate.ts';

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

const rounds = { draft: 'first draft', repair: 'repair', 'top-up': 'top-up', 'top-up-2': 'second top-up' } as const;

/** Which try it came from: "run 2, repair, line 3 of the reply". */
export function roundWords({ run, round }: { readonly run: number; readonly round: Round }, rank: number): string {
  return `run ${run}, ${rounds[round]}, line ${rank} of the reply`;
}

/** The kind of writer alone, where no more is known. */
export const writerKinds = {
  person: 'A person',
  model: 'Model',
  'embedded-writer': 'Embedded writer',
} as const satisfies Readonly<Record<Candidate['provenance']['writer'], string>>;

/** Which try it came from, short: "repair", "run 2, top-up". `null` for the first draft, and where a person wrote it. */
export function attemptWords(provenance: Candidate['provenance']): string | null {
  if (provenance.writer === 'person') return null;
  const { run, round } = provenance;
  const parts = [...(run > 1 ? [`run ${run}`] : []), ...(round === 'draft' ? [] : [rounds[round]])];
  return parts.length === 0 ? null : parts.join(', ');
}
