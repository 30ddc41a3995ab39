/** The folder of brands to start from. */
export type BrandFiles = {
  /** Names of the folders in it, sorted. */
  readonly brandIds: () => readonly string[];
  /** The path of a file of a brand, for reading and for messages. */
  readonly pathOf: (brandId: string, file: 'brand.yaml' | 'policy.yaml') => string;
  /** The text of a file; `null` where there is none. */
  readonly readText: (path: string) => string | null;
};
