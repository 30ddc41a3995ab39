/** What a conditional asks, where it can be told from its text: is the value there, and numeric comparisons. */
import type { Dialect } from './dialect.ts';
import { readFilters } from './read-filters.ts';
import type { Comparison, Condition } from './reading.ts';

/**
 * Read the question of an opener. `word` is the opener, because `unless` asks the opposite.
 * Anything with and, or, or a comparison with a text is left to the platform.
 */
export function readCondition(question: string, word: string, dialect: Dialect): Condition {
  const isTurned = dialect.conditionals?.negative.includes(word) ?? false;
  const condition = readQuestion(question.trim(), dialect);
  return isTurned ? turned(condition) : condition;
}

/** The opposite question. */
export function turned(condition: Condition): Condition {
  if (condition.ask === 'present') return { ...condition, ask: 'absent' };
  if (condition.ask === 'absent') return { ...condition, ask: 'present' };
  return condition.ask === 'compare' ? { ...condition, operator: opposite[condition.operator] } : condition;
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
  return { ask: 'compare', attribute, operator: comparison, number };
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

function readQuestion(question: string, dialect: Dialect): Condition {
  const not = /^(?:not\s|!)\s*/.exec(question)?.[0];
  if (not !== undefined) return turned(readQuestion(question.slice(not.length), dialect));
  const parts = splitAtOperator(question);
  const reading = readFilters(parts.left, dialect);
  if (reading?.kind !== 'value') return { ask: 'other', attribute: null };
  return conditionOf(reading.attribute, parts.operator, parts.right);
}

/** Cut at the first comparison outside quotes. */
function splitAtOperator(question: string): { left: string; operator: string; right: string } {
  let quote = '';
  for (let at = 0; at < question.length; at++) {
    const unit = question[at] ?? '';
    if (quote !== '') {
      if (unit === quote) quote = '';
      continue;
    }
    if (unit === "'" || unit === '"') quote = unit;
    const operator = /^(?:[=!<>]=|<>|[<>=])/.exec(question.slice(at, at + 2))?.[0];
    if (operator === undefined) continue;
    return {
      left: question.slice(0, at).trim(),
      operator,
      right: question.slice(at + operator.length).trim(),
    };
  }
  return { left: question, operator: '', right: '' };
}
