/** Names of merge attributes while they are typed: each is the key of what is said of it. */
import { isMembers, type Json } from './draft.ts';
import type { Mistake } from './places.ts';

/** The attributes with one under another name, in its old place. */
export function renamed(attributes: Json | undefined, from: string, to: string): Json {
  if (!isMembers(attributes)) return {};
  return Object.fromEntries(Object.entries(attributes).map(([name, said]) => [name === from ? to : name, said]));
}

/**
 * Why a name cannot be a key yet, or `null`. Two of one name would be one; a name of digits alone would change its
 * place, and is none anyway.
 */
export function whyNotYet(names: readonly string[], from: string, to: string): string | null {
  if (to === from) return null;
  if (names.includes(to)) return 'there is an attribute of this name';
  return /^\d+$/.test(to) ? 'must begin with a letter' : null;
}

/** What is wrong with the name itself, or `null`. A missing one is told of all attributes. */
export function nameMistake(mistakes: readonly Mistake[], name: string): string | null {
  const isOfName = ({ path }: Mistake) => path.length === (name === '' ? 1 : 2) && path[0] === 'attributes';
  const found = mistakes.filter((mistake) => isOfName(mistake) && (name === '' || String(mistake.path[1]) === name));
  if (found.length === 0) return null;
  return name === '' ? 'is missing' : found.map(({ detail }) => detail).join('; ');
}
