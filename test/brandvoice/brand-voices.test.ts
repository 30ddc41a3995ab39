import { describe, expect, it } from 'vitest';
import { brandVoices } from '../../src/brandvoice/brand-voices.ts';
import { BrandProfile } from '../../src/domain/brand.ts';
import { fixedMoment } from '../support/fixed-moment.ts';
import { sampleRelease } from '../support/samples.ts';
import { exemplarsOf } from '../support/voice-lines.ts';

const moment = fixedMoment();

function voicesOver(known: { exemplars: readonly string[]; lines: string[] }) {
  let learned = 0;
  const state = { release: sampleRelease(moment, 'mend'), exemplars: known.exemplars };
  const voices = brandVoices({
    brands: {
      brand: async (id) => {
        const exemplars = state.exemplars.map((text) => ({ text }));
        const profile = BrandProfile.parse({ name: 'Mend', voice: { character: 'Plain.' }, exemplars });
        return id === 'mend' ? { brand: { id, profile }, release: state.release } : null;
      },
    },
    approved: {
      newestId: async () => (known.lines.length > 0 ? `line_${known.lines.length}` : null),
      recent: async () => {
        learned++;
        return known.lines;
      },
    },
  });
  return { voices, state, learned: () => learned };
}

describe('the voices of brands', () => {
  it('are learned once, and again when a line is approved or a release published', async () => {
    const lines: string[] = [];
    const { voices, state, learned } = voicesOver({ exemplars: exemplarsOf('stannard-fell'), lines });
    const before = (await voices('mend'))('We love you all!').score;
    await voices('mend');
    expect(learned()).toBe(1);
    lines.push('We love you all!');
    const after = (await voices('mend'))('We love you all!').score;
    expect([learned(), after > before]).toEqual([2, true]);
    state.release = sampleRelease(moment, 'mend');
    state.exemplars = exemplarsOf('gingham-larder');
    expect((await voices('mend'))('We love you all!').score).toBeGreaterThan(after);
    expect(learned()).toBe(3);
  });

  it('of a brand nobody knows score 50 and say that there is nothing to go by', async () => {
    const { voices } = voicesOver({ exemplars: [], lines: [] });
    expect((await voices('gone'))('Hello')).toMatchObject({ score: 50, note: expect.stringContaining('Too few') });
  });
});
