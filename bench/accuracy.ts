/**
 * How well the rules tell good lines from bad: recall and false alarms of each rule on the labelled lines, and what the
 * default policy says of real clean lines where these lie beside the project. Those are read and never shipped. Then how
 * well the voice score tells brands apart.
 */
import { existsSync, readFileSync } from 'node:fs';
import * as z from 'zod';
import { checkLine } from '../src/guardrails/check-line.ts';
import { compilePolicy } from '../src/guardrails/compile-policy.ts';
import { defaultPolicy } from '../src/guardrails/default-policy.ts';
import { type LabelledLine, labelledFiles, labelledLines, rulesThatFind } from '../test/support/labelled-lines.ts';
import { reportVoices } from './voice-accuracy.ts';

const now = '2026-11-23T17:00:00.000Z';
const isVerbose = process.argv.includes('--verbose');

type Judged = LabelledLine & { readonly found: ReadonlySet<string> };

for (const file of labelledFiles) {
  const judged = labelledLines(file).map((line): Judged => ({ ...line, found: rulesThatFind(line) }));
  const good = judged.filter(({ wanted }) => wanted.length === 0);
  const alarmed = good.filter(({ found }) => found.size > 0);
  console.log(
    `\n${file}: ${judged.length} lines, ${good.length} of them good, ${alarmed.length} of those not let pass`,
  );
  console.table(rowsOf(judged));
}

const calibration = process.env['LINEWRIGHT_CALIBRATION'] ?? '../shared/calibration/real-clean-lines.jsonl';
const real = existsSync(calibration) ? readReal(calibration) : [];
if (real.length > 0) realLines(real);
else console.log(`\nNo real lines at ${calibration}; LINEWRIGHT_CALIBRATION names another file.`);

reportVoices({ isVerbose, realLines: real.map(({ text }) => text) });

function rowsOf(judged: readonly Judged[]) {
  const good = judged.filter(({ wanted }) => wanted.length === 0);
  const rules = [...new Set(judged.flatMap(({ wanted, found }) => [...wanted, ...found]))].sort();
  return rules.map((rule) => {
    const bad = judged.filter(({ wanted }) => wanted.includes(rule));
    const missed = bad.filter(({ found }) => !found.has(rule));
    const alarms = good.filter(({ found }) => found.has(rule));
    if (isVerbose) {
      for (const { text, note } of missed) console.log(`missed by ${rule}: ${JSON.stringify(text)} ${note ?? ''}`);
      for (const { text, note } of alarms) console.log(`alarm of ${rule}: ${JSON.stringify(text)} ${note ?? ''}`);
    }
    return {
      rule,
      bad: bad.length,
      recall: bad.length === 0 ? '–' : percent(bad.length - missed.length, bad.length),
      'good lines': good.length,
      'false alarms': `${alarms.length} (${percent(alarms.length, good.length)})`,
    };
  });
}

function readReal(file: string) {
  const RealLine = z.looseObject({ text: z.string(), tier: z.string() });
  const rows = readFileSync(file, 'utf8').split('\n');
  return rows.filter((row) => row !== '').map((row) => RealLine.parse(JSON.parse(row)));
}

function realLines(lines: ReturnType<typeof readReal>): void {
  const policy = compilePolicy({ ...defaultPolicy, dialect: 'klaviyo' });
  const judged = lines.map(({ text, tier }) => ({ text, tier, ...checkLine({ text }, policy, { now }) }));
  const violating = judged.map((line) => ({
    ...line,
    findings: line.findings.filter(({ kind, severity }) => kind !== 'not-evaluable' && severity !== 'info'),
  }));
  const blocked = violating.filter(({ findings }) => findings.some(({ severity }) => severity === 'block'));
  const warned = violating.filter(
    ({ findings }) => findings.length > 0 && !blocked.some((one) => one.findings === findings),
  );
  for (const { text, tier, findings } of isVerbose ? [...blocked, ...warned] : blocked)
    console.log(`${tier}: ${text} (${findings.map(({ rule, severity }) => `${rule} ${severity}`).join(', ')})`);
  const unknown = judged.filter(({ findings }) => findings.some(({ kind }) => kind === 'not-evaluable')).length;
  console.log(
    `\n${judged.length} real clean lines without a brief: ${blocked.length} blocked, ${warned.length} warned of; ` +
      `${unknown} make a claim that a brief would have to back`,
  );
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;
}
