/** Tell whether a line says that what is free has a condition, or that it has none. */
import words from '../../../../data/lexicons/free-words.json' with { type: 'json' };
import type { Offer } from '../../../domain/offer.ts';
import type { Figure } from '../../text/claims/figure.ts';
import { figuresOf, figuresStatedIn } from '../../text/claims/figures.ts';
import { alternatives } from '../../text/claims/numbers.ts';
import { foldText } from '../../text/fold.ts';
import type { ParsedLine } from '../../text/parsed-line.ts';
import { hundredthsOfMoney } from './worded.ts';

const qualifier = new RegExp(`(?<![\\p{L}\\d])(?:${alternatives(words.qualifiers)})(?!\\p{L})|\\+`, 'u');
// "The third one's free" says how many are bought.
const ordinal = new RegExp(`(?<![\\p{L}\\d])(?:${alternatives(words.ordinals)})(?!\\p{L})`, 'u');
const none = new RegExp(`(?<!\\p{L})(?:${alternatives(words.withoutCondition)})(?!\\p{L})`, 'u');

/** Whether a word, a sum, a figure of the conditions or the deal itself tells that there is a condition. */
export function hasQualifier(line: ParsedLine, { type, conditions, threshold }: Offer): boolean {
  const { text } = line.folded();
  if (type === 'buy-one-get-one' && (ordinal.test(text) || isAllOfIt(line, conditions))) return true;
  const sum = threshold ? hundredthsOfMoney(threshold) : null;
  const stated = new Set((conditions ?? []).flatMap((each) => figuresStatedIn(each)).map(amountOf));
  const isSum = (figure: Figure) => {
    const amount = amountOf(figure);
    return isThreshold(figure) || (amount !== null && (amount === sum || stated.has(amount)));
  };
  if (conditions?.some((condition) => isSaidIn(text, condition))) return true;
  return qualifier.test(text) || figuresOf(line).some(isSum);
}

const ofPurchase = /(?<!\p{L})(?:with|when you|buy|buying|purchase of)(?!\p{L})/iu;
const ofAnyOrder = /(?<!\p{L})(?:any|an?|every|all|each|your) (?:\p{L}+ )?(?:orders?|purchases?)(?!\p{L})/iu;

/** A condition that certain things are bought, and that the line does not name; `null` where there is none. */
export function purchaseAsked(line: ParsedLine, conditions: readonly string[] = []): string | null {
  const asked = conditions.find((text) => ofPurchase.test(text) && !ofAnyOrder.test(text) && !ofStock.test(text));
  return asked === undefined || isSaidIn(line.folded().text, asked) ? null : asked;
}

/** The words by which a line says that no sum has to be spent, such as "no minimum"; `null` where it says none or names one. */
export function deniedCondition(line: ParsedLine): string | null {
  return figuresOf(line).some(isThreshold) ? null : (none.exec(line.folded().text)?.[0] ?? null);
}

// "While supplies last" and "one per customer" ask for no purchase.
const ofStock = /(?:suppl|stock|quantit|limit|last|per )/iu;
const slight = /^(?:an?|the|any|each|every|all|your|our|or|and|more|of|only|with|when|if|you|buy|on|for|purchase)$/;

/** "Two mugs and a free tin" names what has to be bought, which is "with any two mugs" by the brief. */
function isSaidIn(text: string, condition: string): boolean {
  if (ofStock.test(condition)) return false;
  const words = wordsIn(foldText(condition).text).filter((word) => !slight.test(word));
  // "Free engraving and a free bottle" buys none.
  const said = new Set(wordsIn(text.replace(/(?<!\p{L})free \p{L}+/gu, '')));
  return words.length > 0 && words.every((word) => said.has(word));
}

const inWords: Readonly<Record<string, string>> = { '2': 'two', pair: 'two', '3': 'three', '4': 'four' };

function wordsIn(folded: string): string[] {
  return (folded.match(/[\p{L}\d]+/gu) ?? []).map((word) => inWords[word] ?? word);
}

/** "2 for 1" where the conditions say no more than the deal itself. */
function isAllOfIt(line: ParsedLine, conditions: readonly string[] = []): boolean {
  const isDealIn = (figures: readonly Figure[]) => figures.some(({ kind }) => kind === 'deal');
  return isDealIn(figuresOf(line)) && conditions.every((text) => isDealIn(figuresStatedIn(text)));
}

function amountOf(figure: Figure): number | null {
  return figure.kind === 'amount' ? figure.hundredths : null;
}

function isThreshold(figure: Figure): boolean {
  return figure.kind === 'amount' && figure.roles.includes('threshold');
}
