/** Finds numbers that belong to one person: cards, bank accounts, social security, orders, parcels, memberships. */
import numbers from '../../../../data/lexicons/personal-numbers.json' with { type: 'json' };
import type { Piece } from './phone-numbers.ts';

/** A number of somebody's own in folded text. */
export type OwnNumber = Piece & { readonly kind: 'card' | 'bank' | 'social' | 'parcel' | 'order' };

const before = '(?<![\\p{L}\\p{N}#.-])';
const after = '(?![\\p{L}\\p{N}%]|[.-]\\d)';

// ISO/IEC 7812: 12 to 19 digits in all; those in use begin with 2 to 6.
const card = new RegExp(`${before}[2-6](?:[ -]?\\d){12,18}${after}`, 'gu');
const bank = new RegExp(`${before}[a-z]{2}\\d{2}(?: ?[a-z0-9]){11,34}`, 'gu');
// SSA: no area 000, 666 or 9xx.
const social = new RegExp(`${before}(?!000|666|9)\\d{3}-(?!00)\\d{2}-(?!0000)\\d{4}${after}`, 'gu');
// UPS: 1Z and 16 more; USPS: 20 or 22 digits from 91 to 95.
const parcel = new RegExp(`${before}(?:1z[a-z0-9]{16}|9[1-5](?: ?\\d){18,20})${after}`, 'gu');
const hashed = /(?<![\p{L}\p{N}&#])#(?:[a-z]{1,3}-?)?\d{5,20}(?![\p{L}\p{N}])/gu;
const named = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${numbers.ownNumber.join('|')})(?<marker>(?: (?:number|no|nr|num|id|ref|code))?[.:]? ?(?:#|n[o°º]\\.? ?)?)(?<number>[a-z]{0,4}-?\\d[\\d-]{3,20})(?![\\p{L}\\p{N}%])`,
  'gu',
);
// Dates, and seasons such as 2025-2026.
const dated = /^(?:(?:19|20)\d{2}-(?:19|20)?\d{2}|\d{1,2}-\d{1,2}-\d{2,4}|\d{4}-\d{1,2}-\d{1,2})$/;

const lengths: ReadonlyMap<string, number> = new Map(Object.entries(numbers.ibanLengths));

/** Every such number in a folded text, the most telling kinds first. */
export function ownNumbersIn(text: string): OwnNumber[] {
  const found: OwnNumber[] = [];
  for (const { 0: number, index } of text.matchAll(card))
    if (passesLuhn(number)) found.push({ kind: 'card', start: index, end: index + number.length });
  for (const { 0: number, index } of text.matchAll(bank)) {
    const length = lengthOfIban(number);
    if (length !== null) found.push({ kind: 'bank', start: index, end: index + length });
  }
  for (const { 0: number, index } of text.matchAll(social))
    found.push({ kind: 'social', start: index, end: index + number.length });
  for (const { 0: number, index } of text.matchAll(parcel))
    found.push({ kind: 'parcel', start: index, end: index + number.length });
  for (const match of text.matchAll(named)) {
    const { marker = '', number = '' } = match.groups ?? {};
    const digits = number.replace(/\D/g, '').length;
    const end = match.index + match[0].length;
    const isMeant = digits >= (marker.trim() === '' ? 6 : 5) && !dated.test(number);
    if (isMeant) found.push({ kind: 'order', start: match.index, end });
  }
  for (const { 0: number, index } of text.matchAll(hashed))
    found.push({ kind: 'order', start: index, end: index + number.length });
  return found;
}

/** The check digit of ISO/IEC 7812-1, annex B. A row of one digit passes too and is no card. */
function passesLuhn(number: string): boolean {
  const digits = [...number.replace(/\D/g, '')].map(Number);
  let sum = 0;
  for (const [at, digit] of digits.entries()) {
    const doubled = (digits.length - at) % 2 === 0 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0 && new Set(digits).size > 1;
}

/** How many units of the text the account number takes, or `null` where its check digits are wrong (ISO 13616). */
function lengthOfIban(text: string): number | null {
  const wanted = lengths.get(text.slice(0, 2));
  if (wanted === undefined) return null;
  let compact = '';
  let at = 0;
  for (; at < text.length && compact.length < wanted; at++) if (text[at] !== ' ') compact += text[at];
  if (compact.length < wanted || /^[a-z0-9]/.test(text.slice(at, at + 1))) return null;
  const turned = compact.slice(4) + compact.slice(0, 4);
  let rest = 0;
  for (const unit of turned) {
    const value = Number.parseInt(unit, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1 ? at : null;
}
