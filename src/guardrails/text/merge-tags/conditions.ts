/** What conditionals ask, whatever the grammar they are written in. */
import type { Comparison, Condition } from './reading.ts';

/** The opposite question. */
export function turned(condition: Condition): Condition {
  if (condition.ask === 'present') return { ...condition, ask: 'absent' };
  if (condition.ask === 'absent') return { ...condition, ask: 'present' };
  if (condition.ask !== 'compare') return condition;
  return { ...condition, operator: opposite[condition.operator], whenMissing: !condition.whenMissing };
}

/** `first_name`, `first_name != ''`, `points > 0`, from an attribute, an operator and what stands on its right. */
export function conditionOf(attribute: string, operator: string, right: string): Condition {
  if (operator === '') return { ask: 'present', attribute };
  const comparison = isComparison(operator) ? operator : operator === '=' ? '==' : operator === '<>' ? '!=' : null;
  if (comparison === null) return { ask: 'other', attribute };
  if (/^(?:blank|nil|null|none|empty|''|"")?$/i.test(right) && (comparison === '==' || comparison === '!='))
    return comparison === '==' ? { ask: 'absent', attribute } : { ask: 'present', attribute };
  const number = /^-?\d{1,15}(?:\.\d{1,6})?$/.test(right) ? Number(right) : Number.NaN;
  if (Number.isNaN(number)) return { ask: 'other', attribute };
  return comparing(attribute, comparison, number);
}

/** A comparison of an attribute with a number. */
export function comparing(attribute: string, operator: Comparison, number: number): Condition {
  return { ask: 'compare', attribute, operator, number, whenMissing: operator === '!=' };
}

const opposite: Readonly<Record<Comparison, Comparison>> = {
  '>': '<=',
  '>=': '<',
  '<': '>=',
  '<=': '>',
  '==': '!=',
  '!=': '==',
};

function isComparison(operator: string): operator is Comparison {
  return Object.hasOwn(opposite, operator);
}
