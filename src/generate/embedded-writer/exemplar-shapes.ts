/** Shapes borrowed from the brand's own exemplars: the same sentence about a neighbouring thing. */
import type { Brand, Exemplar } from '../../domain/brand.ts';
import { Angle } from '../../domain/candidate.ts';
import type { Material } from './material.ts';
import { type Noun, nounFor, words } from './nouns.ts';
import { Shape } from './shape.ts';

/**
 * A shape for each exemplar that names exactly one thing, where the cohort is shown near kin of it: a brand proud of
 * "Now the chair needs a blanket" may say so of a throw. Exemplars with numbers, tags or two things are left alone;
 * what they say may not hold for anything else.
 */
export function exemplarShapes(brand: Brand, material: Material): Shape[] {
  if (material.message !== 'promotional') return [];
  return brand.profile.exemplars.flatMap((exemplar) => borrowed(exemplar, material));
}

/** The angles that say nothing of the thing itself; a benefit of one thing is a false claim of another. */
const lendable: readonly Angle[] = ['occasion', 'question', 'completion', 'curiosity', 'other'];

function borrowed({ text, angle }: Exemplar, { items }: Material): Shape[] {
  const known = Angle.safeParse(angle);
  if (!known.success || !lendable.includes(known.data)) return [];
  if (/[\d{}%$€£|[\]]|\b(?:back|new|came|secret|buyer|office)\b/iu.test(text)) return [];
  const [noun, ...others] = text.split(/[^\p{L}-]+/u).flatMap((word) => nounFor(word) ?? []);
  if (!noun || noun.number === 'mass' || others.length > 0) return [];
  const kin = kinOf(noun);
  if (!items.some((item) => item.noun && kin.includes(item.noun.single))) return [];
  const isOne = noun.number === 'one';
  const pattern = new RegExp(`\\b${isOne ? 'an? ' : ''}${noun.form}\\b`, 'iu');
  if (!pattern.test(text)) return [];
  return [
    Shape.parse({
      text: text.replace(pattern, isOne ? '{a kind}' : '{kind}'),
      angle: known.data,
      only: kin,
      number: noun.number,
    }),
  ];
}

/** What the sentence may be said of instead. A category is too wide: a blanket suits a chair, a duvet cover not. */
function kinOf({ single }: Noun): string[] {
  return words.kin.filter((kin) => kin.includes(single)).flatMap((kin) => kin.filter((each) => each !== single));
}
