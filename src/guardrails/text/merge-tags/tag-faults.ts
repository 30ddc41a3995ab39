/** What is said of a broken tag: one sentence that names it and gives the right form. */
import type { TagFault } from '../tags.ts';
import type { Dialect } from './dialect.ts';
import type { Mark } from './scan-marks.ts';
import type { Imbalance } from './template.ts';

/** A tag without its closing brackets, or closing brackets without a tag. */
export function bracketFault(text: string, mark: Mark, fix: string | null): TagFault {
  const span = { start: mark.start, end: mark.end };
  const written = text.slice(mark.start, mark.end);
  const advice = fix === null ? 'complete it or take it out' : `write ${fix}`;
  const message =
    mark.state === 'stray'
      ? `"${written}" closes a tag that was never opened; ${advice}.`
      : `The tag "${written}" is never closed, so readers would see it as it stands; ${advice}.`;
  return { span, kind: 'unclosed', message, ...(fix !== null && { fix }) };
}

/** A tag of another platform. */
export function foreignFault(text: string, mark: Mark, own: Dialect, other: Dialect, fix: string | null): TagFault {
  const written = text.slice(mark.start, mark.end);
  const form = own.write.value.replaceAll('$name', own.attributes['first_name']?.[0] ?? 'first_name');
  const advice = fix === null ? `there a first name is ${form}` : `write ${fix}`;
  return {
    span: { start: mark.start, end: mark.end },
    kind: 'foreign-dialect',
    message: `"${written}" is a tag of ${other.name}, and this brand uses ${own.name}; ${advice}.`,
    ...(fix !== null && { fix }),
  };
}

/** Brackets that hold nothing any platform reads. */
export function malformedFault(text: string, mark: Mark, dialect: Dialect, fix: string | null): TagFault {
  const written = text.slice(mark.start, mark.end);
  const form = dialect.write.value.replaceAll('$name', dialect.attributes['first_name']?.[0] ?? 'first_name');
  const advice = fix === null ? `write one such as ${form}, or plain words` : `write ${fix}`;
  return {
    span: { start: mark.start, end: mark.end },
    kind: 'malformed',
    message: `"${written}" is no tag in ${dialect.name}; ${advice}.`,
    ...(fix !== null && { fix }),
  };
}

/** An attribute that neither the platform nor the brand knows. */
export function attributeFault(
  text: string,
  mark: Mark,
  dialect: Dialect,
  attribute: string,
  near: string | null,
): TagFault {
  const written = text.slice(mark.start, mark.end);
  const fix = near === null ? null : written.replace(attribute, () => near);
  const advice =
    fix === null || fix === written ? 'declare it under attributes in the policy, or take it out' : `write ${fix}`;
  return {
    span: { start: mark.start, end: mark.end },
    kind: 'unknown-attribute',
    message: `No attribute "${attribute}" is known for ${dialect.name} here; ${advice}.`,
    ...(fix !== null && fix !== written && { fix }),
  };
}

/** A filter, helper or function that the platform does not have. */
export function filterFault(text: string, mark: Mark, dialect: Dialect, filter: string, near: string | null): TagFault {
  const written = text.slice(mark.start, mark.end);
  const fix = near === null ? null : written.replace(filter, () => near);
  return {
    span: { start: mark.start, end: mark.end },
    kind: 'unknown-filter',
    message: `${dialect.name} has no "${filter}" for a subject line; ${fix === null ? 'take it out' : `write ${fix}`}.`,
    ...(fix !== null && { fix }),
  };
}

/** Curly quotes or odd blanks where the platform reads code. */
export function oddUnitFault(
  mark: Mark,
  kind: 'typographic-quote' | 'no-break-space',
  unit: string,
  fix: string,
): TagFault {
  const what =
    kind === 'typographic-quote'
      ? `the typographic quote ${unit}`
      : `an invisible or no-break character (U+${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')})`;
  return {
    span: { start: mark.start, end: mark.end },
    kind,
    message: `The tag holds ${what}, which no platform reads there; write ${fix}.`,
    fix,
  };
}

/** Conditionals that do not add up. */
export function imbalanceFault(text: string, { span, why }: Imbalance): TagFault {
  const written = text.slice(span.start, span.end);
  const say: Readonly<Record<Imbalance['why'], string>> = {
    'never-closed': `The conditional ${written} is never closed; add its end.`,
    'nothing-to-close': `${written} ends a conditional that was never opened; take it out.`,
    'wrong-closer': `${written} does not end the conditional it stands in; write the end that belongs to it.`,
    'nothing-to-switch': `${written} stands in no conditional that it could switch; take it out.`,
    nested: `The conditional ${written} stands inside another one, which nobody can preview; use one level.`,
  };
  return { span, kind: why === 'nested' ? 'conditional-not-allowed' : 'unbalanced-conditional', message: say[why] };
}
