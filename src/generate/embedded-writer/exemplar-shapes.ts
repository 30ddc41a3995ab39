/** Shapes borrowed from the brand's own exemplars: the same sentence about a neighbouring thing. */
import type { Brand, Exemplar } from '../../domain/brand.ts';
import { Angle } from '../../domain/candidate.ts';
import type { Material } from './material.ts';
import { type Noun, nounFor } from './nouns.ts';
import { Shape } from './shape.ts';

/**
 * A shape for each exemplar that names exactly one thing, where the cohort is shown another thing of the same sort:
 * a brand proud of "A coat for the bus stop" may speak so of a trench. Exemplars with numbers, tags or two things
 * are left alone; what they say may not hold for anything else.
 */
export function exemplarShapes(brand: Brand, material: Material): Shape[] {
  if (material.message !== 'promotional') return [];
  return brand.profile.exemplars.flatMap((exemplar) => borrowed(exemplar, material));
}

function borrowed({ text, angle }: Exemplar, { items }: Material): Shape[] {
  if (/[\d{}%$€£|[\]]|\b(?:back|new|came|secret|buyer|office)\b/iu.test(text)) return [];
  const named = text.split(/[^\p{L}-]+/u).flatMap((word) => nounFor(word) ?? []);
  const [noun] = named;
  if (!noun || named.length !== 1 || !items.some((item) => isNeighbour(item.noun, noun))) return [];
  const slot = noun.number === 'one' ? 'a kind' : 'kind';
  const pattern = new RegExp(`\\b${noun.number === 'one' ? '(?:an?) ' : ''}${noun.form}\\b`, 'iu');
  if (!pattern.test(text)) return [];
  const known = Angle.safeParse(angle);
  const number = noun.number === 'mass' ? undefined : noun.number;
  return [
    Shape.parse({
      text: text.replace(pattern, `{${slot}}`),
      angle: known.success ? known.data : 'other',
      for: [noun.category],
      ...(number && { number }),
      needs: [],
    }),
  ];
}

function isNeighbour(shown: Noun | null, named: Noun): boolean {
  return (
    shown !== null &&
    shown.category === named.category &&
    shown.number === named.number &&
    shown.single !== named.single
  );
}
