/** Says in plain words what a schema objects to. What a schema says for itself goes before this. */
import type * as z from 'zod';
import { nearestName } from '../domain/nearest-name.ts';

/** The sentence for an issue, or `undefined` where the schema library's own is as good. */
export function reword(issue: z.core.$ZodRawIssue): string | undefined {
  const isMissing = issue.input === undefined;
  switch (issue.code) {
    case 'invalid_type':
      return isMissing
        ? `is missing; give ${noun(issue.expected)}`
        : `must be ${noun(issue.expected)}, not ${kindOf(issue.input)}`;
    case 'invalid_value':
      return oneOf(issue.values, issue.input);
    case 'invalid_union':
      return Array.isArray(issue.options) ? oneOf(issue.options, discriminatorOf(issue)) : undefined;
    case 'too_small':
      return sized('at least', Number(issue.minimum), issue.origin, issue.input);
    case 'too_big':
      return sized('at most', Number(issue.maximum), issue.origin, issue.input);
    case 'invalid_format':
      return issue.format === 'url' ? 'must be a web address with http:// or https://' : undefined;
    case 'invalid_key':
      return `${quoted(issue.input)} cannot be a name here; use lower-case letters, digits and underscores, a letter first`;
    default:
      return undefined;
  }
}

/** The sentence for a key nobody knows, with the name that was probably meant. */
export function keyMistake(key: string, known: readonly string[]): string {
  const nearest = nearestName(key, known);
  const advice = nearest
    ? `; did you mean ${JSON.stringify(nearest)}?`
    : known.length > 0
      ? `. Known: ${known.join(', ')}.`
      : '.';
  return `There is no ${quoted(key)} here${advice}`;
}

function oneOf(values: readonly unknown[], input: unknown): string {
  const list = values.map((value) => JSON.stringify(value)).join(', ');
  if (input === undefined) return `is missing; give one of ${list}`;
  const nearest =
    typeof input === 'string'
      ? nearestName(
          input,
          values.filter((value) => typeof value === 'string'),
        )
      : null;
  return `must be one of ${list}, not ${quoted(input)}${nearest ? `; did you mean ${JSON.stringify(nearest)}?` : ''}`;
}

function discriminatorOf(issue: { readonly discriminator?: string | undefined; readonly input?: unknown }): unknown {
  const { input, discriminator } = issue;
  if (typeof input !== 'object' || input === null || discriminator === undefined) return input;
  return Object.entries(input).find(([key]) => key === discriminator)?.[1];
}

function sized(bound: string, limit: number, origin: string, input: unknown): string {
  if (origin === 'string' && typeof input === 'string')
    return input === ''
      ? 'must not be empty'
      : `must have ${bound} ${counted(limit, 'character')}; it has ${input.length}`;
  if (origin === 'array' && Array.isArray(input))
    return `must have ${bound} ${counted(limit, 'entry')}; it has ${input.length}`;
  return `must be ${bound} ${limit}, not ${quoted(input)}`;
}

function counted(count: number, word: string): string {
  if (count === 1) return `${count} ${word}`;
  return `${count} ${word.endsWith('y') ? `${word.slice(0, -1)}ies` : `${word}s`}`;
}

function noun(expected: string): string {
  const nouns: Readonly<Record<string, string>> = {
    string: 'a text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    object: 'an object',
    record: 'an object',
    null: 'null',
  };
  return nouns[expected] ?? expected;
}

function kindOf(input: unknown): string {
  if (input === null) return 'null';
  if (Array.isArray(input)) return 'a list';
  if (typeof input === 'string') return 'a text';
  if (typeof input === 'number') return Number.isNaN(input) ? 'something else' : `the number ${input}`;
  if (typeof input === 'boolean') return String(input);
  return 'an object';
}

function quoted(input: unknown): string {
  const text = JSON.stringify(input) ?? 'nothing';
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
