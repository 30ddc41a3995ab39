/** Finds phone numbers as people write them in North America, Britain, Germany and France, and in international form. */
import numbers from '../../../../data/lexicons/personal-numbers.json' with { type: 'json' };

/** A piece of folded text. */
export type Piece = { readonly start: number; readonly end: number };

const before = '(?<![\\p{L}\\p{N}$€£#]|[\\d\\p{L}][.,/-])';
const after = '(?![\\p{L}\\p{N}%€£$]|[.,:/-]\\d)';

// North American Numbering Plan: neither area nor exchange begins with 0 or 1.
const american = shape('(?:\\+?1[ .-]?)?(?:\\([2-9]\\d{2}\\) ?|[2-9]\\d{2}[ .-])[2-9]\\d{2}[ .-]\\d{4}');
const international = shape('(?:\\+|00)[1-9](?:[ ().\\/-]{0,3}\\d){7,14}');
const french = shape('0[1-9](?<part>[ .-])\\d{2}(?:\\k<part>\\d{2}){3}');
const national = shape('\\(?0[1-9]\\d{0,4}\\)?(?:[ \\/-]{1,2}\\d{2,8}){1,4}');
// Mobile numbers and free ones, written as one: the only unbroken ones that are nothing else.
const unbroken = shape('0(?:7\\d{9}|1[5-7]\\d{8,9}|800\\d{6,7}|[67]\\d{8})');
const called = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${numbers.call.join('|')})[ .:]{1,3}(?:(?:us|me|uns|nous|now|today|at|on|unter|au|al|to) ){0,3}(?<number>[+(]?\\d(?:[ ().\\/-]{0,2}\\d){6,14}|1-8\\d{2}-[a-z]{4,10})${after}`,
  'gu',
);
const dated = /(?<!\d)(?:\d{1,2}[/. -]\d{1,2}[/. -](?:19|20)?\d{2}|(?:19|20)\d{2}[/. -]\d{1,2}[/. -]\d{1,2})(?!\d)/;

/** Every phone number in a folded text. */
export function phoneNumbersIn(text: string): Piece[] {
  const found: Piece[] = [];
  const add = (shape: RegExp, isMeant: (number: string) => boolean = () => true) => {
    for (const match of text.matchAll(shape)) {
      const number = match.groups?.number ?? match[0];
      const end = match.index + match[0].length;
      if (isMeant(number)) found.push({ start: end - number.length, end });
    }
  };
  add(american);
  add(international, (number) => !/^\+\d{1,3}(?: \d{3})*(?: 000)$/.test(number));
  add(french);
  add(national, isNational);
  add(unbroken);
  add(called, (number) => !dated.test(number));
  return found;
}

/** Nine to twelve digits, no date, and not pairs alone, which would be sizes or times. */
function isNational(number: string): boolean {
  const digits = number.replace(/\D/g, '').length;
  return digits >= 9 && digits <= 12 && /\d{4}/.test(number) && !dated.test(number);
}

function shape(source: string): RegExp {
  return new RegExp(`${before}${source}${after}`, 'gu');
}
