/**
 * The guardrails beside other filters and beside a bare scan of the same lines, in one run: the term check at 10 to
 * 100,000 terms with what it finds of disguised words, and the whole default policy. `npm run bench:guardrails`
 * installs the others first.
 */
import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parse } from 'yaml';
import * as z from 'zod';
import { Brief } from '../src/domain/brief.ts';
import { type Facts, factsFor } from '../src/domain/facts.ts';
import { checkLine } from '../src/guardrails/check-line.ts';
import { compilePolicy } from '../src/guardrails/compile-policy.ts';
import { defaultPolicy } from '../src/guardrails/default-policy.ts';
import { compileTerms, type TermFinder } from '../src/guardrails/text/find-terms.ts';
import { foldText } from '../src/guardrails/text/fold.ts';
import { labelledLines } from '../test/support/labelled-lines.ts';
import { bareScan, microseconds } from './stopwatch.ts';
import { variedLines } from './varied-lines.ts';

type Check = (line: string) => boolean;
const isFunction = (value: unknown) => typeof value === 'function';
const Peers = z.object({
  peers: z.array(
    z.object({
      name: z.string(),
      most: z.number(),
      make: z.custom<(terms: readonly string[]) => Check>(isFunction),
    }),
  ),
});

const now = '2026-11-23T17:00:00.000Z';
const sizes = [10, 1_000, 10_000, 100_000];
const lines = variedLines(20_000);
const few = lines.slice(0, 1_000);
const scan = microseconds(lines, bareScan, 40);
const { peers } = Peers.parse(await import(new URL('peers/index.mjs', import.meta.url).href));
setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

const mean = lines.reduce((sum, { length }) => sum + length, 0) / lines.length;
const ascii = lines.filter((line) => /^[\0-\x7f]*$/.test(line)).length / lines.length;
console.log(
  `${lines.length} lines, mean ${mean.toFixed(0)} characters, ${Math.round(ascii * 100)}% ASCII; ` +
    `a bare scan takes ${scan.toFixed(3)} µs a line; processor time, the least of several rounds`,
);

termTable();
evasions();
wholePolicy();

function termTable(): void {
  const own = sizes.map((size) => ownTerms(size));
  const rows = [
    {
      checker: 'linewright',
      ...cells(own.map(({ us }) => us)),
      'build, s': own.at(-1)?.buildSeconds.toFixed(2),
      'memory, MB': own.at(-1)?.memoryMb.toFixed(0),
    },
    ...peers.map(({ name, most, make }) => ({
      checker: name,
      ...cells(sizes.map((size) => (size > most ? null : microseconds(few, make(invented(size)), 3)))),
    })),
  ];
  console.log('\nTerms, µs a line by number of terms (– : more than it can be given)');
  console.table(rows);
  const rival: Readonly<Record<string, unknown>> = rows.find(({ checker }) => checker === 'allprofanity') ?? {};
  const best = (at: number) => Number(rival[keyOf(sizes[at] ?? 0)]);
  const us = (at: number) => own[at]?.us ?? 0;
  console.log(
    `at 10 terms: ${(us(0) / scan).toFixed(1)} bare scans (limit 4), 1/${(best(0) / us(0)).toFixed(1)} of allprofanity (1/15)`,
  );
  console.log(
    `at 1,000: ${(us(1) / scan).toFixed(1)} bare scans (limit 4), 1/${(best(1) / us(1)).toFixed(1)} of allprofanity (1/15)`,
  );
  console.log(
    `at 100,000: ${(us(3) / scan).toFixed(1)} bare scans (limit 5), 1/${(best(3) / us(3)).toFixed(1)} of allprofanity (1/30), ` +
      `${(us(3) / us(0)).toFixed(2)} of its own time at 10 (limit 1.3)`,
  );
}

function ownTerms(size: number) {
  const terms = invented(size);
  const before = usedMb();
  const started = process.cpuUsage();
  const finder = compileTerms(terms.map((term) => ({ term, mode: 'inflect' })));
  find(finder, 'The table is made when it is first asked for');
  const { user, system } = process.cpuUsage(started);
  const memoryMb = usedMb() - before;
  return { us: microseconds(lines, (line) => find(finder, line), 40), buildSeconds: (user + system) / 1e6, memoryMb };
}

function find(finder: TermFinder, line: string): number {
  return finder.findIn({ literal: line, folded: () => foldText(line) }).length;
}

/** What each finds of the labelled lines with a term in them, and what it takes for one in those without. */
function evasions(): void {
  const labelled = labelledLines().flatMap((line) => {
    const terms = termsIn(line.options['banned-terms']?.['terms']);
    return terms.length === 0 || line.text.includes('{') ? [] : [{ ...line, terms }];
  });
  const bad = labelled.filter(({ wanted }) => wanted.includes('banned-terms'));
  const good = labelled.filter(({ wanted }) => !wanted.includes('banned-terms'));
  const own = { name: 'linewright', make: (terms: readonly string[]) => ownCheck(terms) };
  console.log(`\nOf ${bad.length} labelled lines with a term, disguised or not, and ${good.length} without`);
  console.table(
    [own, ...peers].map(({ name, make }) => ({
      checker: name,
      found: bad.filter(({ terms, text }) => make(terms)(text)).length,
      'false alarms': good.filter(({ terms, text }) => make(terms)(text)).length,
    })),
  );
}

function ownCheck(terms: readonly string[]): Check {
  const finder = compileTerms(terms.map((term) => ({ term, mode: 'inflect' })));
  return (line) => find(finder, line) > 0;
}

function wholePolicy(): void {
  const policy = compilePolicy({ ...defaultPolicy, dialect: 'klaviyo' });
  const brief = Brief.parse(parse(readFileSync('data/examples/end-of-season.yaml', 'utf8')));
  const filter = peers.find(({ name }) => name === 'allprofanity')?.make(invented(10));
  const peer = filter ? microseconds(lines, filter, 5) : Number.NaN;
  console.log(`\nThe default policy, ${policy.rules.length} rules, on lines without a finding`);
  const row = (name: string, facts: Facts | undefined) => {
    const check = (text: string) => checkLine({ text }, policy, { facts, now }).findings.length;
    const clean = lines.filter((line) => check(line) === 0);
    const us = microseconds(clean, check);
    return {
      '': name,
      'clean lines': clean.length,
      'µs a line': us.toFixed(2),
      'bare scans (limit 40)': (us / scan).toFixed(1),
      'over allprofanity’s terms alone (limit 1)': (us / peer).toFixed(2),
      'a million lines, s (limit 15)': us.toFixed(1),
    };
  };
  console.table([row('without a brief', undefined), row('with a brief', factsFor(brief, brief.cohorts[1]))]);
}

function cells(times: readonly (number | null)[]): Readonly<Record<string, string>> {
  return Object.fromEntries(sizes.map((size, at) => [keyOf(size), times[at]?.toFixed(2) ?? '–']));
}

function keyOf(size: number): string {
  return size.toLocaleString('en-US');
}

function termsIn(terms: unknown): string[] {
  if (!Array.isArray(terms)) return [];
  return terms.flatMap((term) => (typeof term === 'string' ? [term] : []));
}

/** Words and phrases that no line holds, each of two to four syllables, the same every time. */
function invented(count: number): string[] {
  const syllables = ['vor', 'kle', 'zun', 'bra', 'mip', 'tos', 'gaf', 'quil', 'dre', 'hux', 'nal', 'wob', 'ply', 'sko'];
  const word = (number: number) => {
    let [rest, text] = [number + 1, ''];
    for (let at = 0; at < 2 || rest > 0; at++) {
      text += syllables[rest % syllables.length] ?? '';
      rest = Math.floor(rest / syllables.length);
    }
    return text;
  };
  // One in four is a phrase, as in the lists that brands keep.
  return Array.from({ length: count }, (_, at) => (at % 4 === 3 ? `${word(at)} ${word(at * 7)}` : word(at)));
}

function usedMb(): number {
  collectGarbage();
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}
