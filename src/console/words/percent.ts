/** Shares in words. */

/** "84%" of all, rounded; never all or nothing where it is not quite so. A dash where there is nothing to share. */
export function percent(part: number, all: number): string {
  if (all === 0) return '–';
  const share = (part / all) * 100;
  const rounded = Math.round(share);
  if (rounded === 100 && part < all) return '> 99%';
  return rounded === 0 && part > 0 ? '< 1%' : `${rounded}%`;
}
