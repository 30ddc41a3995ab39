import { describe, expect, it } from 'vitest';
import { voiceGuide } from '../../src/brandvoice/voice-guide.ts';
import { BrandProfile } from '../../src/domain/brand.ts';

const voice = {
  character: 'A shop that repairs what it sells.',
  person: 'neither',
  do: ['Name the tool.'],
  dont: ['No hurry.'],
  pairs: [{ instead: 'Unlock savings!', write: 'Two screws, one afternoon' }],
  avoid: ['unlock', 'elevate'],
};
const brandWith = (profile: object) => ({
  id: 'mend',
  profile: BrandProfile.parse({ name: 'Mend & Sons', voice, ...profile }),
});

describe('voiceGuide', () => {
  const guide = voiceGuide(brandWith({}));

  it('says who speaks, what to do and not, shows pairs and names the worn words', () => {
    for (const part of [
      'Mend & Sons. A shop that repairs what it sells.',
      '- Name the tool.',
      '- No hurry.',
      'Not "Unlock savings!" but "Two screws, one afternoon"',
      'unlock, elevate',
    ])
      expect(guide).toContain(part);
  });

  it('says how the brand names itself and the reader', () => {
    expect(guide).toContain('neither "we" nor "you"');
    expect(voiceGuide(brandWith({ voice: { ...voice, person: 'you' } }))).toContain('does not say "we"');
  });

  it('leaves out what the brand did not say', () => {
    const bare = voiceGuide(brandWith({ voice: { character: 'Plain.', sentenceCase: false } }));
    expect(bare).toBe(
      'Who is speaking: Mend & Sons. Plain.\n\nIt speaks to the reader as "you" and does not say "we".',
    );
  });

  it('counts habits once there are lines enough to count', () => {
    const lines = ['Glue or screw?', ...Array.from({ length: 7 }, (_, at) => `A drawer that shuts, part ${at}`)];
    const counted = voiceGuide(brandWith({ exemplars: lines.map((text) => ({ text })) }));
    expect(counted).toContain('About one in 8 will ask a question.');
    expect(counted).toContain('None shout with an exclamation mark.');
    expect(guide).not.toContain('ask a question');
  });
});
