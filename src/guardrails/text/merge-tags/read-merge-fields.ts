/** The grammar of `*|FNAME|*`: a field, maybe a transformation, or a conditional by field. */

import { conditionOf, turned } from './conditions.ts';
import type { Dialect } from './dialect.ts';
import type { Reading } from './reading.ts';

/** Read the text between `*|` and `|*`. */
export function readMergeFields(inner: string, dialect: Dialect): Reading {
  const conditionals = dialect.conditionals;
  const word = /^[A-Za-z]+/.exec(inner)?.[0];
  if (word === undefined) return null;
  if (Object.values(conditionals?.close ?? {}).includes(inner))
    return { kind: 'control', role: 'close', word: inner, condition: null };
  const colon = inner.indexOf(':');
  if (colon < 0) return /^\w+$/.test(inner) ? { kind: 'value', attribute: inner, fallback: null, filters: [] } : null;
  const head = inner.slice(0, colon);
  const rest = inner.slice(colon + 1);
  if (conditionals?.open.includes(head)) {
    const condition = questionOf(rest);
    const isTurned = conditionals.negative.includes(head);
    return (
      condition && { kind: 'control', role: 'open', word: head, condition: isTurned ? turned(condition) : condition }
    );
  }
  if (conditionals?.otherwise.includes(head))
    return { kind: 'control', role: 'otherwise', word: head, condition: rest === '' ? null : questionOf(rest) };
  const isField = /^\w+$/.test(rest) && /^[A-Z]+$/.test(head);
  return isField ? { kind: 'value', attribute: rest, fallback: null, filters: [head] } : null;
}

function questionOf(question: string): ReturnType<typeof conditionOf> | null {
  const found = /^(\w+)\s*(?:([!<>]=|[=<>])\s*(.*))?$/s.exec(question.trim());
  return found ? conditionOf(found[1] ?? '', found[2] ?? '', found[3] ?? '') : null;
}
