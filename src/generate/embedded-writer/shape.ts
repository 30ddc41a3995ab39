/** The shapes lines are poured into. They are data; this file says what one may hold and reads them in. */
import * as z from 'zod';
import any from '../../../data/embedded-writer/shapes/any.json' with { type: 'json' };
import apology from '../../../data/embedded-writer/shapes/apology.json' with { type: 'json' };
import bedding from '../../../data/embedded-writer/shapes/bedding.json' with { type: 'json' };
import clothes from '../../../data/embedded-writer/shapes/clothes.json' with { type: 'json' };
import coats from '../../../data/embedded-writer/shapes/coats.json' with { type: 'json' };
import feet from '../../../data/embedded-writer/shapes/feet.json' with { type: 'json' };
import food from '../../../data/embedded-writer/shapes/food.json' with { type: 'json' };
import gear from '../../../data/embedded-writer/shapes/gear.json' with { type: 'json' };
import house from '../../../data/embedded-writer/shapes/house.json' with { type: 'json' };
import offer from '../../../data/embedded-writer/shapes/offer.json' with { type: 'json' };
import skincare from '../../../data/embedded-writer/shapes/skincare.json' with { type: 'json' };
import { Angle } from '../../domain/candidate.ts';
import { NextKind } from '../../domain/cohort.ts';

/** What must hold of the material besides the words a shape uses; see fits-shape.ts. */
export const Need = z.enum([
  'several-items',
  'lone-item',
  'no-offer',
  'away',
  'different-kinds',
  'different-items',
  'in-order',
  'one-category',
  'other-category',
  'one-have',
  'comes-before',
  'then-after',
  'first-step',
  'both-sides',
  'stays-on',
  'neutral-color',
  'pale-color',
  'same-color',
  'because-room',
  'end-of-season',
  'ends-this-week',
  'members-only',
  'half-off',
  'starts-today',
]);
export type Need = z.infer<typeof Need>;

const Categories = z.array(z.string());

export const Shape = z.strictObject({
  /** Words in braces are filled in; `{is|are}` agrees with the first item. A capital opens every sentence by itself. */
  text: z.string(),
  angle: Angle,
  /** `dry` needs a brand that has humour, `glad` and `terse` one whose own lines are so (brand-manner.ts). */
  tone: z.enum(['plain', 'dry', 'glad', 'terse']).default('plain'),
  kind: z.array(NextKind).optional(),
  /** Categories or groups of the first item. */
  for: Categories.optional(),
  not: Categories.optional(),
  /** What the first item must be, in the singular: "throw". */
  only: z.array(z.string()).optional(),
  /** Categories of what they have. */
  had: Categories.optional(),
  /** Categories of what the offer is on. */
  sale: Categories.optional(),
  number: z.enum(['one', 'many']).optional(),
  when: z.array(z.enum(['winter', 'spring', 'summer', 'fall'])).optional(),
  /** Kinds that must be among the items: "cleanser". */
  with: z.array(z.string()).optional(),
  needs: z.array(Need).default([]),
  /** The fault an apology names. A shape with one is for apologies alone, and they take no other. */
  fault: z.enum(['link', 'code', 'price', 'date', 'twice', 'any']).optional(),
});
export type Shape = z.infer<typeof Shape>;

/** All shapes that come along. */
export const shapes: readonly Shape[] = z
  .array(Shape)
  .parse([
    ...skincare,
    ...clothes,
    ...feet,
    ...bedding,
    ...coats,
    ...house,
    ...food,
    ...gear,
    ...offer,
    ...apology,
    ...any,
  ]);
