/** How one brand's attributes are written in its dialect, and back from what is written to the canonical name. */
import type { Attributes } from '../../../domain/attribute.ts';
import { nearestName } from '../../../domain/nearest-name.ts';
import type { Dialect } from './dialect.ts';

export type AttributeNames = {
  /** The canonical name of an attribute as written in a tag, or `null` where nobody knows it. */
  readonly canonicalOf: (written: string) => string | null;
  /** How the dialect writes a canonical name, or `null` where it lists none. */
  readonly usualName: (canonical: string) => string | null;
  /** The known spelling nearest to what is written, or `null`. */
  readonly nearest: (written: string) => string | null;
};

/** The names a dialect lists and those the brand declares, in every spelling the dialect allows. */
export function attributeNames(dialect: Dialect, attributes: Attributes): AttributeNames {
  const key = (written: string) => (dialect.caseSensitive ? written : written.toLowerCase());
  const canonicalBy = new Map<string, string>();
  const add = (written: string, canonical: string) => {
    if (!canonicalBy.has(key(written))) canonicalBy.set(key(written), canonical);
  };
  const usual = new Map<string, string>();
  for (const [canonical, { spelledAs }] of Object.entries(attributes)) {
    for (const written of spelledAs) add(written, canonical);
    if (spelledAs[0] !== undefined) usual.set(canonical, spelledAs[0]);
  }
  // What the brand declares goes before what the platform calls things: its "points" are its own.
  for (const canonical of Object.keys(attributes)) {
    const written = dialect.spellings.map((style) => spell(canonical, style));
    for (const each of written) for (const prefix of prefixesOf(dialect)) add(prefix + each, canonical);
    const listed = dialect.attributes[canonical]?.[0] ?? (prefixesOf(dialect)[0] ?? '') + (written[0] ?? canonical);
    if (!usual.has(canonical)) usual.set(canonical, listed);
  }
  for (const [canonical, listed] of Object.entries(dialect.attributes)) {
    for (const written of listed) add(written, canonical);
    if (listed[0] !== undefined && !usual.has(canonical)) usual.set(canonical, listed[0]);
  }
  const bare = (written: string) => {
    const prefix = dialect.prefixRequired ? undefined : dialect.prefixes.find((each) => written.startsWith(each));
    return prefix === undefined ? written : written.slice(prefix.length);
  };
  return {
    canonicalOf: (written) => canonicalBy.get(key(written)) ?? canonicalBy.get(key(bare(written))) ?? null,
    usualName: (canonical) => usual.get(canonical) ?? null,
    nearest: (written) => {
      const known = [...usual.values(), ...canonicalBy.keys()];
      return nearestName(bare(written), known) ?? nearestName(written.replace(/^.*\./, ''), known);
    },
  };
}

function prefixesOf(dialect: Dialect): readonly string[] {
  return dialect.prefixRequired ? dialect.prefixes : [''];
}

/** `shoe_size` as SHOE_SIZE, shoeSize, ShoeSize, Shoe Size or shoesize. */
function spell(canonical: string, style: Dialect['spellings'][number]): string {
  const words = canonical.split('_').filter((word) => word !== '');
  const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
  switch (style) {
    case 'snake':
      return canonical;
    case 'upper':
      return canonical.toUpperCase();
    case 'camel':
      return words.map((word, at) => (at === 0 ? word : capital(word))).join('');
    case 'pascal':
      return words.map(capital).join('');
    case 'spaced':
      return words.map(capital).join(' ');
    case 'squashed':
      return words.join('');
    default:
      return style satisfies never;
  }
}
