/** From what a rule saw to a finding: the engine adds rule, version, severity and kind, and trusts no offset. */
import type { Finding, Severity, Span } from '../domain/finding.ts';
import type { CompiledRule } from './compile-policy.ts';
import type { Sighting } from './rule.ts';
import type { ParsedLine } from './text/parsed-line.ts';

const weights: Readonly<Record<Severity, number>> = { info: 0, warn: 1, block: 2 };

/** The finding that follows from a sighting. Throws where the sighting makes no sense, such as a span outside the text. */
export function findingOf(
  sighting: Sighting,
  { rule, setting }: CompiledRule,
  line: Pick<ParsedLine, 'text' | 'preheader'>,
  field: 'subject' | 'preheader',
  hasBrief: boolean,
): Finding {
  const seenIn = field === 'preheader' ? 'preheader' : sighting.field;
  const text = sighting.field === 'preheader' && field === 'subject' ? (line.preheader ?? '') : line.text;
  if (sighting.message === '') throw new RangeError('a sighting without a message');
  const isMissing = sighting.missing !== undefined;
  const weight = isMissing ? weightOfMissing(setting.onMissingFacts, hasBrief) : setting.severity;
  const fact = sighting.fact ?? (sighting.missing === undefined ? undefined : { path: sighting.missing });
  return {
    rule: rule.id,
    ruleVersion: rule.version,
    severity: lighter(sighting.severity ?? weight, weight),
    kind: isMissing ? 'not-evaluable' : 'violation',
    message: sighting.message,
    spans: (sighting.spans ?? []).map((span) => within(text, span)),
    ...(seenIn && { field: seenIn }),
    ...(sighting.rendering !== undefined && { rendering: sighting.rendering }),
    ...(fact && { fact }),
    ...(sighting.resembles && { resembles: sighting.resembles }),
    ...(sighting.suggestion && {
      suggestion: { ...within(text, sighting.suggestion), text: sighting.suggestion.text },
    }),
  };
}

/** What stands in the place of a rule's findings when the rule itself failed. Always blocks. */
export function uncheckable({ rule }: CompiledRule, field: 'subject' | 'preheader'): Finding {
  return {
    rule: rule.id,
    ruleVersion: rule.version,
    severity: 'block',
    kind: 'error',
    message: `The rule "${rule.id}" could not be checked, so the line is held back; report this line as a fault of the rule.`,
    spans: [],
    ...(field === 'preheader' && { field }),
  };
}

/**
 * Subject before preheader, then by start, rule, rendering and message.
 * Compared by UTF-16 units, so that no locale has a say in it.
 */
export function inOrder(one: Finding, other: Finding): number {
  return (
    compare(one.field ?? '', other.field ?? '') ||
    startOf(one) - startOf(other) ||
    compare(one.rule, other.rule) ||
    compare(one.rendering ?? '', other.rendering ?? '') ||
    compare(one.message, other.message)
  );
}

function startOf(finding: Finding): number {
  return finding.spans[0]?.start ?? 0;
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** A line checked with no brief at all may be anybody's old line: what cannot be compared is pointed out, no more. */
function weightOfMissing(onMissingFacts: Severity, hasBrief: boolean): Severity {
  return hasBrief ? onMissingFacts : lighter(onMissingFacts, 'warn');
}

function lighter(one: Severity, other: Severity): Severity {
  return weights[one] < weights[other] ? one : other;
}

function within(text: string, { start, end }: Span): Span {
  const isWithin = Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start <= end && end <= text.length;
  if (!isWithin) throw new RangeError(`the span ${start}..${end} lies outside the text`);
  return { start, end };
}
