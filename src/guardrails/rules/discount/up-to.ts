/** Suggestions that put "up to" in or take it out, only where the line surely reads well afterwards. */
import type { Suggestion } from '../../../domain/finding.ts';
import type { PercentFigure } from '../../text/claims/figure.ts';
import type { ParsedLine } from '../../text/parsed-line.ts';

type Suggested = { readonly suggestion?: Suggestion };

// The block of the length rule as it comes: a longer line would trade one fault for another.
const maxUnits = 70;

/** "40% off coats" → "Up to 40% off coats". None where a word before the figure would not go with it. */
export function withUpTo(figure: PercentFigure, line: ParsedLine): Suggested {
  const { start } = figure.number;
  const before = line.text.slice(0, start);
  const claim = line.text.slice(figure.span.start, figure.span.end);
  const fits =
    figure.rendering === undefined &&
    !figure.isExtra &&
    !isInTag(start, line) &&
    line.text.length + 6 <= maxUnits &&
    (start === 0 || /[\s(]$/u.test(before)) &&
    !/(?:^|[\s-])(?:an?|the|your|our|my|this|that|these|flat|another|half|exactly|just|only|full)\s$|[-–−]\s?$/iu.test(
      before,
    );
  if (!fits) return {};
  const isShouted = /\p{Lu}{2}/u.test(claim) && !/\p{Ll}/u.test(claim);
  const opens = /^\s*$|[.!?:]\s+$/u.test(before) && /^[\d\p{Lu}]/u.test(line.text.slice(start));
  const words = isShouted ? 'UP TO ' : opens ? 'Up to ' : 'up to ';
  // "Half off" after "Up to" loses its capital.
  const first = /^\p{Lu}\p{Ll}/u.test(claim) ? claim.charAt(0).toLowerCase() : '';
  return { suggestion: { start, end: start + first.length, text: `${words}${first}` } };
}

/** "Up to 20% off coats" → "20% off coats". */
export function withoutUpTo(figure: PercentFigure, line: ParsedLine): Suggested {
  const { start } = figure.span;
  const end = figure.number.start;
  const lead = line.text.slice(start, end);
  if (figure.rendering !== undefined || figure.isExtra || isInTag(start, line) || !/^up to\s$/i.test(lead)) return {};
  return { suggestion: { start, end, text: '' } };
}

function isInTag(at: number, { tags }: ParsedLine): boolean {
  return tags.some(({ span }) => span.start <= at && at < span.end);
}
