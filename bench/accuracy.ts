/**
 * How well the rules tell good lines from bad: recall and false alarms by rule on the labelled lines, and, where
 * LINEWRIGHT_CALIBRATION names a file of real clean lines, what the default policy says of those.
 */
import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { SeenLine } from '../src/domain/finding.ts';
import { checkLine } from '../src/guardrails/check-line.ts';
import { compilePolicy } from '../src/guardrails/compile-policy.ts';
import { defaultPolicy } from '../src/guardrails/default-policy.ts';

const now = '2026-11-23T17:00:00.000Z';

const LabelledLine = z.strictObject({
  text: z.string(),
  dialect: z.string().default('generic'),
  /** Options by rule id. */
  options: z.record(z.string(), z.record(z.string(), z.json())).default({}),
  seen: z.array(SeenLine).default([]),
  /** The rules that must find something; no other may. */
  wanted: z.array(z.string()),
});
type LabelledLine = z.infer<typeof LabelledLine>;

const CleanLine = z.looseObject({ text: z.string(), tier: z.string() });

const lines = readLines('test/fixtures/rule-corpus.jsonl', LabelledLine);
// The labels speak of these rules; rules that need a brief are judged with one elsewhere.
const labelled = new Set(lines.flatMap(({ wanted }) => wanted));
const judged = lines.map((line) => ({ line, found: rulesThatFind(line) }));
const rows = [...labelled].sort().map((rule) => {
  const bad = judged.filter(({ line }) => line.wanted.includes(rule));
  const good = judged.filter(({ line }) => !line.wanted.includes(rule));
  const missed = bad.filter(({ found }) => !found.has(rule));
  const alarms = good.filter(({ found }) => found.has(rule));
  for (const { line } of missed) console.log(`missed by ${rule}: ${JSON.stringify(line.text)}`);
  for (const { line } of alarms) console.log(`false alarm of ${rule}: ${JSON.stringify(line.text)}`);
  return {
    rule,
    bad: bad.length,
    recall: share(bad.length - missed.length, bad.length),
    'false alarms': share(alarms.length, good.length),
  };
});
console.table(rows);
console.log(`${lines.length} lines, ${lines.filter(({ wanted }) => wanted.length === 0).length} of them good`);

const calibration = process.env['LINEWRIGHT_CALIBRATION'];
if (calibration) {
  const clean = readLines(calibration, CleanLine);
  const policy = compilePolicy({ ...defaultPolicy, dialect: 'klaviyo' });
  const verdicts = clean.map(({ text, tier }) => ({ text, tier, verdict: checkLine({ text }, policy, { now }) }));
  const blocked = verdicts.filter(({ verdict }) => verdict.verdict === 'block');
  const warned = verdicts.filter(({ verdict }) => verdict.verdict === 'warn');
  for (const { text, verdict } of blocked)
    console.log(`blocked: ${text} (${verdict.findings.map(({ rule }) => rule).join(', ')})`);
  console.log(`${clean.length} real clean lines: ${blocked.length} blocked, ${warned.length} warned of`);
}

function rulesThatFind({ text, dialect, options, seen }: LabelledLine): Set<string> {
  const settings = Object.entries(defaultPolicy.rules).filter(([id]) => labelled.has(id));
  const rules = settings.map(([id, setting]) => [id, { ...setting, options: { ...setting.options, ...options[id] } }]);
  const policy = compilePolicy({ ...defaultPolicy, dialect, rules: Object.fromEntries(rules) });
  return new Set(checkLine({ text }, policy, { now, seen }).findings.map(({ rule }) => rule));
}

function readLines<Shape extends z.ZodType>(file: string, shape: Shape): z.infer<Shape>[] {
  const rows = readFileSync(file, 'utf8')
    .split('\n')
    .filter((row) => row !== '');
  return rows.map((row) => shape.parse(JSON.parse(row)));
}

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;
}
