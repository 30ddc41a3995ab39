/** From an order to chosen lines: material, shapes, must-mentions, choice. */
import type { Angle } from '../../domain/candidate.ts';
import type { DraftOrder } from '../../ports/model.ts';
import { chooseLines } from './choose-lines.ts';
import { exemplarShapes } from './exemplar-shapes.ts';
import { type Draft, fillShape } from './fill-shape.ts';
import { gatherMaterial, type Material } from './material.ts';
import { shapes } from './shape.ts';

/** Lines for one order, best set first. Fewer than asked where the facts give no more good ones. */
export function composeLines(order: Omit<DraftOrder, 'prompt'>): {
  readonly lines: Draft[];
  readonly material: Material;
} {
  const { brand, facts, goal, count, seed, taken } = order;
  const material = gatherMaterial(brand, facts, goal);
  // The bank is English; for another language there is nothing it could say well.
  if (new Intl.Locale(facts.locale).language !== 'en') return { lines: [], material };
  const drafts = [...shapes, ...exemplarShapes(brand, material)]
    .flatMap((shape) => fillShape(shape, material, brand, facts.locale))
    .filter(({ text }) => facts.mustMention.every((mention) => text.toLowerCase().includes(mention.toLowerCase())));
  return {
    lines: chooseLines(drafts, {
      count,
      seed: `${seed} ${facts.cohort?.externalId ?? ''}`,
      taken,
      brand,
      leading: leadingAngles(material),
    }),
    material,
  };
}

function leadingAngles({ fault, offer, kind }: Material): Angle[] {
  if (fault) return ['apology'];
  const next: Angle[] = kind === 'other-variant' ? ['variant'] : kind ? ['completion'] : [];
  return offer?.deal ? ['offer', ...next] : next;
}
