/** The brand's voice as a page that teaches a writer, whether a model or a new colleague. */
import type { Brand, Voice } from '../domain/brand.ts';

const persons: Readonly<Record<Voice['person'], string>> = {
  we: 'It says "we" of itself and "you" to the reader, and often neither.',
  you: 'It speaks to the reader as "you" and does not say "we".',
  neither: 'It says neither "we" nor "you": the thing is the subject.',
};

/** The guide in plain text, sections apart by a blank line. The same brand gives the same text. */
export function voiceGuide({ profile }: Brand): string {
  const { voice, name, exemplars } = profile;
  return [
    `Who is speaking: ${name}. ${voice.character}`,
    manner(
      voice,
      exemplars.map(({ text }) => text),
    ),
    listed('It does:', voice.do),
    listed('It does not:', voice.dont),
    listed(
      'The same thought off the voice and on it:',
      voice.pairs.map(({ instead, write }) => `Not "${instead}" but "${write}"`),
    ),
    voice.avoid.length > 0 ? `It never uses these worn words: ${voice.avoid.join(', ')}.` : '',
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** What can be counted in the brand's own lines, so that a writer copies the habit and not the words. */
function manner({ person, sentenceCase, humour }: Voice, lines: readonly string[]): string {
  const parts = [
    persons[person],
    sentenceCase ? 'Sentence case: a capital at the start and for names, nowhere else.' : '',
  ];
  if (humour) parts.push(`Humour: ${humour}`);
  if (lines.length >= fewestLines) {
    const lengths = lines.map((line) => [...line].length).sort((a, b) => a - b);
    const at = (share: number) => lengths[Math.floor((lengths.length - 1) * share)] ?? 0;
    parts.push(`Most of its lines have ${at(0.1)} to ${at(0.9)} characters; half have ${at(0.5)} or fewer.`);
    parts.push(habit('ask a question', lines, (line) => line.includes('?')));
    parts.push(habit('hold a second, shorter sentence', lines, (line) => /[.?] \S/u.test(line)));
    parts.push(habit('use a colon', lines, (line) => line.includes(':')));
    parts.push(habit('shout with an exclamation mark', lines, (line) => line.includes('!')));
  }
  return parts.filter(Boolean).join(' ');
}

// Below this a share says more about chance than about the voice.
const fewestLines = 8;

function habit(what: string, lines: readonly string[], shows: (line: string) => boolean): string {
  const count = lines.filter(shows).length;
  if (count === 0) return `None ${what}.`;
  const oneIn = Math.round(lines.length / count);
  return oneIn <= 1 ? `Nearly all ${what}.` : `About one in ${oneIn} will ${what}.`;
}

function listed(title: string, lines: readonly string[]): string {
  return lines.length > 0 ? [title, ...lines.map((line) => `- ${line}`)].join('\n') : '';
}
