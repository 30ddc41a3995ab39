/** Whether a shape suits the material and the items picked for it. */
import type { Brand } from '../../domain/brand.ts';
import { allowsTone } from './brand-manner.ts';
import type { Material } from './material.ts';
import type { NounPhrase } from './noun-phrase.ts';
import { words } from './nouns.ts';
import type { Need, Shape } from './shape.ts';
import { isOf, type Picks } from './slot-words.ts';

/** Whether a shape is for this kind of message and this brand's voice at all, whatever the items. */
export function suits(shape: Shape, material: Material, { profile }: Brand): boolean {
  const { person } = profile.voice;
  if (material.message === 'transactional') return shape.text === '{promise}';
  if ((material.message === 'apology') !== (shape.fault !== undefined)) return false;
  if (shape.fault) return material.fault?.kind === shape.fault || shape.fault === 'any';
  if (!allowsTone(shape.tone, profile)) return false;
  if (person !== 'we' && /\b(?:we|we'd|us|our)\b/iu.test(shape.text)) return false;
  return person !== 'neither' || !/\b(?:you|you'd|you're|your)\b/iu.test(shape.text);
}

/** Whether everything a shape asks of the facts holds for these items. */
export function fits(shape: Shape, material: Material, picks: Picks): boolean {
  const [item] = picks.items;
  if (shape.kind && !(material.kind && shape.kind.includes(material.kind))) return false;
  if (shape.for && !isOf(item, shape.for)) return false;
  if (shape.not && isOf(item, shape.not)) return false;
  if (shape.only && !shape.only.includes(item?.noun?.single ?? '')) return false;
  if (shape.had && !isOf(picks.have, shape.had)) return false;
  if (shape.sale && !isOf(material.offer?.on, shape.sale)) return false;
  if (shape.number && item?.number !== shape.number) return false;
  if (shape.when && !shape.when.some((season) => season === material.calendar?.season)) return false;
  const kinds = picks.items.map(({ noun }) => noun?.form);
  if (shape.with && !shape.with.every((kind) => kinds.includes(kind))) return false;
  return shape.needs.every((need) => isMet(need, material, picks));
}

function isMet(need: Need, material: Material, { items, have }: Picks): boolean {
  const [item, second] = items;
  const { offer } = material;
  switch (need) {
    case 'several-items':
      return items.length > 1;
    case 'lone-item':
      return items.length === 1;
    case 'no-offer':
      return offer === null;
    case 'away':
      return material.isAway;
    case 'different-kinds':
      return new Set(items.map(({ noun }) => noun?.single ?? '')).size === items.length && items.length > 1;
    case 'different-items':
      return items.length > 1 && new Set(items.map(({ short }) => short)).size === items.length;
    case 'in-order':
      return item === material.items[0];
    case 'one-category':
      return new Set(items.map(({ noun }) => noun?.category)).size === 1 && item?.noun !== null;
    case 'other-category':
      return Boolean(item?.noun && have?.noun && item.noun.category !== have.noun.category);
    case 'one-have':
      return have?.number === 'one';
    case 'comes-before':
      return stepOf(item) < stepOf(have);
    case 'then-after':
      return stepOf(second) > stepOf(have);
    case 'first-step':
      return stepOf(item) === 1;
    case 'both-sides':
      return items.some((each) => stepOf(each) < stepOf(have)) && items.some((each) => stepOf(each) > stepOf(have));
    case 'stays-on':
      return stepOf(item) > 1;
    case 'neutral-color':
      return isColor(item, words.neutralColors);
    case 'pale-color':
      return isColor(item, words.paleColors);
    case 'same-color':
      return Boolean(item?.color && item.color === second?.color && item.color === have?.color);
    case 'because-room':
      return /^room for a sweater/iu.test(material.because ?? '');
    case 'end-of-season':
      return material.isEndOfSeason;
    case 'ends-this-week':
      return offer?.endsThisWeek === true && offer.hasBegun;
    case 'members-only':
      return offer?.membersOnly === true;
    case 'half-off':
      return offer?.isHalf === true;
    case 'starts-today':
      return offer?.startsToday === true;
  }
}

/** Where a thing stands in the order skincare is put on; NaN, which compares false, where it has no place. */
function stepOf(phrase: NounPhrase | null | undefined): number {
  return words.skincareOrder[phrase?.noun?.single ?? ''] ?? Number.NaN;
}

function isColor(phrase: NounPhrase | undefined, colors: readonly string[]): boolean {
  return phrase?.color != null && colors.includes(phrase.color);
}
