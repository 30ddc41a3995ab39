/** How long scoring a line takes by a voice of 500 lines, and learning that voice. `node bench/voice-score.ts` */
import { voiceProfile } from '../src/brandvoice/voice-profile.ts';
import { voiceNumber, voiceScore } from '../src/brandvoice/voice-score.ts';
import { microseconds } from './stopwatch.ts';
import { variedLines } from './varied-lines.ts';

const learned = variedLines(500);
const scored = variedLines(3_000).slice(500);
const learn = () => voiceProfile({ exemplars: learned.slice(0, 50), approved: learned.slice(50), locale: 'en-US' });
const profile = learn();

console.table({
  'learn 500 lines': { 'µs each': microseconds(['once'], () => learn().weight) },
  'the number of a line': { 'µs each': microseconds(scored, (text) => voiceNumber(profile, text)) },
  'score and sentences of a line': { 'µs each': microseconds(scored, (text) => voiceScore(profile, text).score) },
});
