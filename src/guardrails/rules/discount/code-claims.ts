/** Hold a code that a line tells readers to use to the code of the offer: a wrong one takes nothing off. */
import { textsStated } from '../../../domain/facts.ts';
import type { Sighting } from '../../rule.ts';
import { matchesOf } from '../../text/matches-of.ts';
import type { ParsedLine } from '../../text/parsed-line.ts';
import type { Ground } from './judged.ts';

// "With code BLUE25", "use SHINE20". A word in capitals is a code where it is asked for as one, or has a figure in it.
const asked =
  /(?<!\p{L})(?:(?:with|use|using|enter|apply|promo|coupon|discount|voucher|by)(?: the| our| your)? (?:promo |coupon |discount |voucher )?codes?:?|(?:promo|coupon|voucher) codes?:?|code:) ["'“‘]?(?<code>[A-Z0-9][A-Z0-9_-]{2,19})(?![\p{L}\p{N}-])|(?<!\p{L})(?:enter|use|using|apply) ["'“‘]?(?<entered>[A-Z]{4,20})(?= at checkout)|(?<!\p{L})(?:codes?:?|use|using|enter|apply) ["'“‘]?(?<plain>(?=[A-Z0-9-]*[A-Z]{2})(?=[A-Z0-9-]*\d)[A-Z][A-Z0-9-]{2,19})(?![\p{L}\p{N}-])(?=$|[.,!?:;–—]| (?:for|at|to|by|now|today|before|until|and|-)(?!\p{L}))/giu;
// A word in capitals in a line that is not shouted: "ESCAPE takes 40% off", "free delivery with PARCEL".
const working =
  /(?:^|(?<=[.!?:] ))(?<taking>(?!S?UPF|SPF)[A-Z][A-Z0-9]{3,19})(?= (?:takes|gets(?: you)?|saves(?: you)?|knocks|unlocks) (?:\p{L}+ ){0,3}(?:[$€£]?\d|half|free))|(?<=(?:%|[Oo]ff|[Ff]ree|[$€£]\d)[^.!?]{0,40} with )(?<given>(?!U?SPF|UPF)[A-Z][A-Z0-9]{3,19})(?=$|[.,!?]| (?:until|till|through|by|at checkout|today|tonight|now|this)(?!\p{L}))/gu;
const inCapitals = /^[^\p{Ll}]+$/u;

/** Codes that are not the offer's. */
export function codeSightings(line: ParsedLine, { facts }: Ground): Sighting[] {
  const code = facts.offer?.code;
  if (code === undefined) return [];
  const stated = new Set([code, ...textsStated(facts).flatMap((text) => text.split(/[^\p{L}\p{N}_-]+/u))].map(folded));
  return codesIn(line.text)
    .filter(({ written }) => !stated.has(folded(written)))
    .map(({ written, span }) => ({
      spans: [span],
      message: `"${written}" is not the code of the offer, which is ${code}; write that.`,
      fact: { path: 'offer.code', value: code },
      suggestion: { ...span, text: code },
    }));
}

function codesIn(text: string) {
  const isShouted = !/\p{Ll}{3}/u.test(text);
  return [...matchesOf(asked, text), ...(isShouted ? [] : matchesOf(working, text))].flatMap((match) => {
    const { code, plain, entered, taking, given } = match.groups ?? {};
    const written = code ?? plain ?? entered ?? taking ?? given ?? '';
    const start = match.index + match[0].lastIndexOf(written);
    return inCapitals.test(written) ? [{ written, span: { start, end: start + written.length } }] : [];
  });
}

function folded(code: string): string {
  return code.toUpperCase();
}
