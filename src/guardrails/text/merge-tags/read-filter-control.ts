/** The conditionals of the grammars with filters: `{% if first_name != '' %}`, `{{ else }}`, `{% endunless %}`. */
import { conditionOf, turned } from './conditions.ts';
import { type Cursor, skipBlanks, takeMatch } from './cursor.ts';
import type { Dialect } from './dialect.ts';
import { readFilters } from './read-filters.ts';
import type { Condition, Reading } from './reading.ts';

const word = /\w+/y;

/** Read a control tag such as `if first_name != ''`. */
export function readFilterControl(inner: string, dialect: Dialect): Reading {
  const conditionals = dialect.conditionals;
  if (!conditionals) return null;
  const cursor: Cursor = { text: inner.replace(/^-/, ' ').replace(/-$/, ' '), at: 0 };
  skipBlanks(cursor);
  const first = takeMatch(cursor, word);
  if (first === null) return null;
  const rest = cursor.text.slice(cursor.at).trim();
  if (conditionals.open.includes(first) && rest !== '')
    return { kind: 'control', role: 'open', word: first, condition: readCondition(rest, first, dialect) };
  if (conditionals.otherwise.includes(first)) return otherwise(first, rest, dialect);
  const closes = Object.values(conditionals.close).includes(first) && rest === '';
  return closes ? { kind: 'control', role: 'close', word: first, condition: null } : null;
}

/** `{{ else if .X }}` of Go asks again; `{% else %}` does not. */
function otherwise(first: string, rest: string, dialect: Dialect): Reading {
  const question = rest.replace(/^if\s+/, '');
  const asksAgain = question !== '';
  if (first === 'else' && asksAgain && question === rest) return null;
  const condition = asksAgain ? readCondition(question, first, dialect) : null;
  return { kind: 'control', role: 'otherwise', word: first, condition };
}

/**
 * Read the question of an opener. `word` is the opener, because `unless` asks the opposite.
 * Anything with and, or, or a comparison with a text is left to the platform.
 */
function readCondition(question: string, word: string, dialect: Dialect): Condition {
  const isTurned = dialect.conditionals?.negative.includes(word) ?? false;
  const condition = readQuestion(question.trim(), dialect);
  return isTurned ? turned(condition) : condition;
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
