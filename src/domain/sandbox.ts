/** Sandboxes: for each brand one more of its own, where decisions are simulated and nothing is real. */

/** What a sandbox's name ends in. No other brand's may, so that a name alone tells the two apart. */
export const sandboxEnding = '-sandbox';

/** The name of a brand's sandbox. */
export function sandboxOf(brandId: string): string {
  return brandId + sandboxEnding;
}

/** Whether a brand is a sandbox, by its name. The flag in the database says so too, and guards what is decided there. */
export function isSandbox(brandId: string): boolean {
  return brandId.endsWith(sandboxEnding);
}

/** The brand that outsiders speak of: a sandbox goes by the name of its brand. */
export function realBrand(brandId: string): string {
  return isSandbox(brandId) ? brandId.slice(0, -sandboxEnding.length) : brandId;
}
