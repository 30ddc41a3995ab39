/**
 * How long it takes to find the lines that are like one, among as many as years of campaigns leave behind, over asking
 * `string-similarity` about each of them. `node bench/near-duplicates.ts [LINES]`; 100,000 without a number.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type SimilarityIndex, similarityIndex } from '../src/guardrails/text/similarity/similarity-index.ts';
import { likeness } from '../src/guardrails/text/similarity.ts';
import { variedLines } from './varied-lines.ts';

const largest = Number(process.argv[2] ?? 100_000);
const threshold = 0.8;
const questions = variedLines(200, 7);
// A million lines one by one take the measure a quarter of a minute a question.
const mostMeasured = 100_000;
const limits: Readonly<Record<number, string>> = { 100000: '1/1000 of the measure', 1000000: '10 ms' };

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** Megabytes in use once everything is gone that nobody holds. */
function usedMb(): number {
  // What a first collection finds is given back while it goes on; the second waits for that.
  collectGarbage();
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

/** What a piece of work gives, and the milliseconds of processor time it takes, whatever else the machine does. */
function timed<Result>(work: () => Result): { readonly result: Result; readonly ms: number } {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return { result, ms: (user + system) / 1000 };
}

function measureAll(lines: readonly string[], asked: string): { at: number; likeness: number }[] {
  const alike = lines.map((line, at) => ({ at, likeness: likeness(asked, line) }));
  return alike
    .filter((each) => each.likeness >= threshold)
    .sort((one, other) => other.likeness - one.likeness || one.at - other.at);
}

function ask(index: SimilarityIndex): { readonly mean: number; readonly worst: number; readonly alike: number } {
  // The first questions run uncompiled; nobody waits for those.
  for (const asked of questions) index.atLeast(asked, threshold);
  const answers = questions.map((asked) => timed(() => index.atLeast(asked, threshold)));
  const times = answers.map(({ ms }) => ms);
  return {
    mean: times.reduce((sum, ms) => sum + ms, 0) / times.length,
    worst: Math.max(...times),
    alike: answers.reduce((sum, { result }) => sum + result.length, 0) / answers.length,
  };
}

function measuredMs(lines: readonly string[], index: SimilarityIndex): number | null {
  if (lines.length > mostMeasured) return null;
  const some = questions.slice(0, lines.length > 10_000 ? 3 : 10);
  const answers = some.map((asked) => timed(() => measureAll(lines, asked)));
  for (const [at, { result }] of answers.entries()) {
    if (JSON.stringify(result) === JSON.stringify(index.atLeast(some[at] ?? '', threshold))) continue;
    console.log(`The index and the measure differ about "${some[at]}".`);
    process.exitCode = 1;
  }
  return answers.reduce((sum, { ms }) => sum + ms, 0) / some.length;
}

function row(lines: readonly string[]) {
  const before = usedMb();
  const { result: index, ms } = timed(() => similarityIndex(lines));
  const memoryMb = usedMb() - before;
  const { mean, worst, alike } = ask(index);
  const measured = measuredMs(lines, index);
  return {
    lines: lines.length,
    'build, s': (ms / 1000).toFixed(2),
    'memory, MB': memoryMb.toFixed(1),
    'a question, ms': mean.toFixed(3),
    'the slowest': worst.toFixed(3),
    'lines found': alike.toFixed(1),
    'string-similarity, ms': measured === null ? '–' : measured.toFixed(0),
    ratio: measured === null ? '–' : `1/${Math.round(measured / mean)}`,
    limit: limits[lines.length] ?? '',
  };
}

function additions(lines: readonly string[]): string {
  const index = similarityIndex();
  let slowest = 0;
  const { ms } = timed(() => {
    for (const line of lines) slowest = Math.max(slowest, timed(() => index.add(line)).ms);
  });
  const each = ((ms * 1000) / lines.length).toFixed(1);
  return `${lines.length} lines added one by one: ${each} µs each, the slowest ${slowest.toFixed(1)} ms`;
}

const all = variedLines(largest);
const mean = all.reduce((sum, { length }) => sum + length, 0) / all.length;
const ascii = all.filter((line) => /^[\0-\x7f]*$/.test(line)).length / all.length;
console.log(
  `${all.length} lines, ${new Set(all).size} of them different, mean ${mean.toFixed(0)} characters, ` +
    `${Math.round(ascii * 100)}% ASCII; Sørensen-Dice from ${threshold}; processor time`,
);
const sizes = [10_000, 100_000, 1_000_000].filter((size) => size < largest);
console.table([...sizes, largest].map((size) => row(all.slice(0, size))));
console.log(additions(all.slice(0, 100_000)));
