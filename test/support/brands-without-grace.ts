/** Brand files whose approvals are released at once, for tests that approve a line and fetch it in one go. */
import { brandFolder } from '../../src/cli/files.ts';
import type { BrandFiles } from '../../src/ports/brand-files.ts';

/** The brands that come along, and what their brand.yaml has in addition. */
export function brandsWithoutGrace(seconds = 0): BrandFiles {
  const files = brandFolder();
  return {
    ...files,
    readText: (path) => {
      const text = files.readText(path);
      return text !== null && path.endsWith('brand.yaml') ? text + withGrace(seconds) : text;
    },
  };
}

/** What sets the grace of a brand, to be put at the end of its brand.yaml. */
export function withGrace(seconds: number): string {
  return `\nreview:\n  releaseGraceSeconds: ${seconds}\n`;
}
