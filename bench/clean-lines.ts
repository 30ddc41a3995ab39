/** Lines to measure with: clean copy of a mean of 47 characters, more than half of it ASCII, the same every time. */

const things = [
  'linen shirts',
  'wool coats',
  'bath towels',
  'rain boots',
  'denim jackets',
  'oak shelves',
  'cream cleansers',
  'café tables',
  'cotton polos',
  'jersey dresses',
];
const says = [
  'for slow mornings',
  'that dry by noon',
  'in three new colors',
  'made for small halls',
  'your drawer will like',
  'to wear on the stairs',
  'with deep pockets',
  'for the week ahead',
];
const openings = [
  'New in: ',
  'Back again: ',
  'The ',
  'Meet the ',
  'Here are ',
  'Today’s pick: ',
  'A word on ',
  'Finally: ',
  'Look: ',
];
const endings = ['', ', and more', ' 🧥', ', from us to you', '…', ''];

/** `count` lines, all different for small counts, chosen by a fixed sequence. */
export function cleanLines(count: number): string[] {
  let state = 42;
  const next = (list: readonly string[]) => {
    // A linear congruential generator (Numerical Recipes): the lines must not differ between runs.
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return list[(state >>> 8) % list.length] ?? '';
  };
  return Array.from({ length: count }, () => `${next(openings)}${next(things)} ${next(says)}${next(endings)}`);
}
