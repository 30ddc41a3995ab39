import { describe, expect, it } from 'vitest';
import { readExamples } from '../../src/cli/files.ts';
import { exampleBriefs } from '../../src/generate/example-brief.ts';

describe('the example brief', () => {
  const exampleBrief = exampleBriefs({ readExamples });

  it('is the first of the brands somebody may write for', async () => {
    expect(await exampleBrief(['gingham-larder', 'tilden-row'])).toMatchObject({
      brand: 'tilden-row',
      externalId: 'flow-second-purchase',
    });
  });

  it('is missing where none is of their brands, or none was shipped', async () => {
    expect(await exampleBrief(['somebody-else'])).toBeNull();
    expect(await exampleBriefs({ readExamples: () => [] })(['tilden-row'])).toBeNull();
  });
});
