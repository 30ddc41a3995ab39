/** What each word in braces stands for, given the material and the items picked for a line. */
import type { Material } from './material.ts';
import type { NounPhrase } from './noun-phrase.ts';
import { isAmong, words } from './nouns.ts';
import { counted, haveWords, itemWords } from './thing-words.ts';

/** The items in the order a line uses them, and the thing they have that it may speak of. */
export type Picks = { readonly items: readonly NounPhrase[]; readonly have: NounPhrase | null };

/** The words for a slot such as "an item" or "kind2"; `null` where the facts or the grammar do not give them. */
export function slotWords(slot: string, picks: Picks, material: Material): string | null {
  if (slot.includes('|')) return agreement(slot, picks, material);
  const [, name = slot, place = '1'] = /^(.*?)([23])?$/u.exec(slot) ?? [];
  const item = picks.items[Number(place) - 1] ?? null;
  return (
    itemWords(name, item) ??
    haveWords(name, picks.have) ??
    offerSlot(name, material) ??
    otherWords(name, material, picks)
  );
}

function offerSlot(name: string, { offer }: Material): string | null {
  if (!offer) return null;
  const { deal, cut, on, lastDay, throughWord, startDay, code, hasBegun } = offer;
  const running = hasBegun ? deal : null;
  switch (name) {
    case 'deal':
      return running;
    case 'coming deal':
      return hasBegun ? null : deal;
    case 'cut':
      return hasBegun ? cut : null;
    case 'on':
      return running && on ? on.text : null;
    case 'through':
      return lastDay && `${throughWord} ${lastDay}`;
    case 'day':
      return lastDay;
    case 'starts':
      return startDay && `from ${startDay}`;
    case 'code':
      return running && code;
    case 'sold kinds':
      return running && (on?.noun?.plural ?? null);
    case 'a sold kind':
      return running && on?.noun
        ? counted(on.noun.single, on.noun.number === 'many' && on.noun.single === on.noun.plural ? 'many' : 'one')
        : null;
    default:
      return null;
  }
}

function otherWords(name: string, { because, calendar, fault, name: tag }: Material, { items }: Picks): string | null {
  switch (name) {
    case 'because':
      return because;
    case 'count':
      return items.length > 1 ? (words.numberWords[items.length] ?? null) : null;
    case 'month':
      return calendar?.month ?? null;
    case 'next month':
      return calendar?.nextMonth ?? null;
    case 'name':
      return tag?.tag ?? null;
    case 'that day':
      return fault?.day ?? null;
    case "that day's":
      return fault?.day ? `${fault.day}'s` : null;
    default:
      return null;
  }
}

/** "is|are" for the first item, "is|are@have" for what they have, "is|are@on" for what the offer is on. */
function agreement(slot: string, { items, have }: Picks, { offer }: Material): string | null {
  const [forms = '', of] = slot.split('@');
  const [one = '', many = ''] = forms.split('|');
  const phrase = of === 'have' ? have : of === 'on' ? offer?.on : items[0];
  const number = phrase?.number ?? null;
  return number === null ? null : number === 'many' ? many : one;
}

/** Whether a phrase is of a category or group. */
export function isOf(phrase: NounPhrase | null | undefined, names: readonly string[]): boolean {
  return Boolean(phrase?.noun && isAmong(phrase.noun.category, names));
}
