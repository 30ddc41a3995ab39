/** The lines a brand approved, as its voice is learned from them. */
export type ApprovedTexts = {
  /** The newest line that is live or ran its time; `null` where there is none. It changes whenever a newer one comes. */
  readonly newestId: (brandId: string) => Promise<string | null>;
  /** The texts of such lines, newest first, at most `count`. */
  readonly recent: (brandId: string, count: number) => Promise<readonly string[]>;
};
