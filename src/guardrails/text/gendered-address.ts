/** Tells whether a gendered word addresses the reader, gives them a role, or names a department. */
import genderedTerms from '../../../data/lexicons/gendered-terms.json' with { type: 'json' };
import type { Span } from '../../domain/finding.ts';
import { opensSentence } from './letter-case.ts';

/** What kind of word it is: called out to, a partner of the reader, before a name, or always telling. */
export type AddressKind = 'group' | 'single' | 'partner' | 'title' | 'greeting' | 'pronoun' | 'always';

/** A word in its line, and whom the line speaks to. */
export type AddressSeen = {
  /** The line's own words, tags masked. */
  readonly text: string;
  readonly span: Span;
  readonly word: string;
  readonly kind: AddressKind;
  /** Whether the line has a second-person word. */
  readonly hasSecondPerson: boolean;
  readonly nameTags: readonly Span[];
};

const parents: ReadonlySet<string> = new Set(genderedTerms.parents);
const listed: ReadonlySet<string> = new Set(genderedTerms.lists);
const gifts: ReadonlySet<string> = new Set(genderedTerms.gifts);

/** True where the word takes the reader's gender, or their partner's, for granted. */
export function takesGenderForGranted(seen: AddressSeen): boolean {
  const { text, span, kind, hasSecondPerson, nameTags } = seen;
  const isBeforeName = /^\.?[\s\u00a0]{0,3}$/u.test(textUpToName(seen));
  switch (kind) {
    case 'always':
      return true;
    case 'title':
    case 'greeting':
      return isBeforeName;
    case 'partner':
      return isReadersPartner(seen);
    case 'pronoun':
      return (
        (hasSecondPerson || nameTags.length > 0) && !opensSentence(text, span.start) && !wordsOf(text).some(isGiftWord)
      );
    case 'group':
    case 'single':
      return isBeforeName || isCalledOut(seen) || isRoleGiven(seen);
    default:
      return kind satisfies never;
  }
}

function textUpToName({ text, span, nameTags }: AddressSeen): string {
  const next = nameTags.find(({ start }) => start >= span.end && start <= span.end + 4);
  return next ? text.slice(span.end, next.start) : '-';
}

function isGiftWord(word: string): boolean {
  return gifts.has(word);
}

const determined =
  /(?:^|[^\p{L}])(?<which>the|your|ur|deine?[mnrs]?|ihre?[mnrs]?|ta|ton|votre|tu|su|tua|tuo|je|jouw|uw)\s+(?:lovely\s|dear\s|darling\s|better\s)?$/iu;
const mayBeAnyone: ReadonlySet<string> = new Set(['boyfriend', 'girlfriend', 'man', 'lady', 'woman']);

/** "The wife", "your husband"; a boyfriend only where he is the reader's, or the jeans of that name would be meant. */
function isReadersPartner({ text, span, word }: AddressSeen): boolean {
  const which = determined.exec(text.slice(Math.max(0, span.start - 24), span.start))?.groups?.['which']?.toLowerCase();
  if (which === undefined) return false;
  return which !== 'the' || !mayBeAnyone.has(word);
}

const greeting =
  /(?:^|[^\p{L}])(?:hey|hi|hiya|hello|dear|yo|howdy|ahoy|oh|ok|okay|psst|attention|listen up|listen|calling all|calling|good morning|good evening|happy monday|happy friday|welcome|thank you|cheers|come on|hallo|moin|salut|bonjour|coucou|hola|buenos días|ciao|buongiorno|hoi|hé)(?:\s+(?:there|all|to all|you|our|my|lovely|pretty|fellow|hot|beautiful))?[\s,]+$/iu;

/** Called out to: after a greeting, before a comma that opens the line, or after one that closes it. */
function isCalledOut(seen: AddressSeen): boolean {
  const { text, span, word, kind, hasSecondPerson } = seen;
  // A fallback stands where the value would: what is around its tag is around it.
  const before = text.slice(Math.max(0, span.start - 80), span.start).replace(/\ufffc+/gu, '');
  const after = text.slice(span.end, span.end + 80).replace(/\ufffc+/gu, '');
  const isParent = kind === 'single' && parents.has(word);
  if (/^['’]/u.test(after) || isOneOfMany(before, after)) return false;
  // "Hi Mom!" is what readers say to theirs; only with a "you" is it said to the reader.
  if (isParent && (!hasSecondPerson || /(?:^|[^\p{L}])(?:thanks|thank|love|dear|happy)(?![\p{L}])/iu.test(text)))
    return false;
  if (greeting.test(before)) return !/^[\s-]+(?:size|bed|gift|jeans|hat|coat|dress|shoe|boot)/iu.test(after);
  if (opensSentence(text, span.start) && /^\s?(?:[,!?…]|[—–]|\s-\s)/u.test(after)) return true;
  // "For you, sir: a mug".
  if (/(?:^|[^\p{L}])you,\s+$/iu.test(before) && /^\s*(?:[:;,!?.…–—]|$)/u.test(after)) return true;
  return /,\s+$/u.test(before) && /^\s*(?:[!?.…]|$|\p{Extended_Pictographic})/u.test(after);
}

/** "Ladies, gents & kids" is a list of departments, and "twin, full, queen" one of beds. */
function isOneOfMany(before: string, after: string): boolean {
  const next = /^\s*(?:,|&|\+|\/|and\b|or\b|und\b|et\b|y\b|e\b|en\b)\s*(?:and\s+|&\s*)?([\p{L}]+)/iu.exec(after)?.[1];
  const previous = /([\p{L}]+)['’]?s?\s*(?:,|&|\+|\/|and|or)\s*(?:and\s+|&\s*)?$/iu.exec(before)?.[1];
  return [next, previous].some((word) => word !== undefined && listed.has(word.toLowerCase()));
}

/** "You’re a queen", "as a mom, you", "moms like you", "you ladies", "for the ladies". */
function isRoleGiven({ text, span, kind, hasSecondPerson, nameTags }: AddressSeen): boolean {
  if (!hasSecondPerson && nameTags.length === 0) return false;
  const before = text.slice(Math.max(0, span.start - 40), span.start);
  const after = text.slice(span.end, span.end + 24);
  if (
    /^\s+like\s+(?:you|u)(?![\p{L}])/iu.test(after) ||
    /^\s+(?:that\s+)?you(?:['’]re|\s+are)(?![\p{L}])/iu.test(after)
  )
    return true;
  if (/^['’]?\s?[-\p{L}]/u.test(after) && kind === 'single') return false;
  if (/(?:you['’]?re|you\s+are|as)\s+(?:such\s+)?an?\s+(?:\p{L}{1,12}\s+)?$/iu.test(before)) return kind === 'single';
  if (kind === 'single') return false;
  if (/(?:^|[^\p{L}])(?:you|fellow)\s+$/iu.test(before)) return true;
  return /(?:^|[^\p{L}])(?:for|to)\s+(?:all\s+)?(?:the|our|my)\s+$/iu.test(before) && !/^['’]|^\s\p{L}/u.test(after);
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().split(/[^\p{L}]+/u);
}
