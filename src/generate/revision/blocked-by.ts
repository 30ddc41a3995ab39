/** Why a verdict blocks, in words that name the rule and the fact. */
import type { RecordedVerdict } from '../../domain/finding.ts';

/** `null` where it does not block. `reason` tells the first of its findings that do; `rules` are all of theirs. */
export function blockedBy({
  findings,
}: RecordedVerdict): { reason: string; rules: string[]; fact: string | null } | null {
  const blocks = findings.filter(({ severity }) => severity === 'block');
  const [first] = blocks;
  if (!first) return null;
  const { fact } = first;
  const compared = fact ? `, compared with ${fact.path}${fact.value === undefined ? '' : ` = ${fact.value}`}` : '';
  return {
    reason: `${first.message.replace(/[.!]$/, '')} (${first.rule}${compared})`,
    rules: [...new Set(blocks.map(({ rule }) => rule))],
    fact: fact?.path ?? null,
  };
}
