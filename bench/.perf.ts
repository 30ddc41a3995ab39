import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { Brief } from '../src/domain/brief.ts';
import { factsFor } from '../src/domain/facts.ts';
import { checkLine } from '../src/guardrails/check-line.ts';
import { compilePolicy } from '../src/guardrails/compile-policy.ts';
import { defaultPolicy } from '../src/guardrails/default-policy.ts';
import { bareScan, microseconds } from './stopwatch.ts';
import { variedLines } from './varied-lines.ts';
const now = '2026-11-23T17:00:00.000Z';
const policy = compilePolicy({ ...defaultPolicy, dialect: 'klaviyo' });
const brief = Brief.parse(parse(readFileSync('data/examples/end-of-season.yaml', 'utf8')));
const lines = variedLines(20000);
const scan = microseconds(lines, bareScan, 40);
console.log('scan', scan.toFixed(3));
const only = process.argv[2];
const modes = [undefined, factsFor(brief, brief.cohorts[1])];
if (only === 'prof') { const clean = lines.filter((text) => checkLine({ text }, policy, { now }).findings.length === 0); let n=0; for (let i=0;i<60;i++) for (const text of clean) n+=checkLine({ text }, policy, { now }).findings.length; console.log(n); process.exit(0); }
for (const facts of modes) {
  const check = (p: typeof policy) => (text: string) => checkLine({ text }, p, { facts, now }).findings.length;
  const clean = lines.filter((text) => check(policy)(text) === 0);
  const all = microseconds(clean, check(policy), 20);
  const engine = microseconds(clean, check({ ...policy, rules: [] }));
  console.log(facts ? 'FACTS' : 'NO FACTS', clean.length, 'all', all.toFixed(2), (all / scan).toFixed(1), 'engine', engine.toFixed(2));
  if (only === 'all') continue;
  const rows = policy.rules.map((r) => ({ id: r.rule.id, us: microseconds(clean, check({ ...policy, rules: [r] }), 8) - engine }));
  rows.sort((a, b) => b.us - a.us);
  console.log(rows.map((r) => `${r.id} ${r.us.toFixed(2)}`).join(', '));
}
