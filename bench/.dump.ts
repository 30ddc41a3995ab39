import { readFileSync, writeFileSync, readdirSync, existsSync } from 'node:fs';
import { parse } from 'yaml';
import { Brief } from '../src/domain/brief.ts';
import { factsFor } from '../src/domain/facts.ts';
import { catalogue as rules } from '../src/guardrails/catalogue.ts';
import { checkLine } from '../src/guardrails/check-line.ts';
import { compilePolicy } from '../src/guardrails/compile-policy.ts';
import { defaultPolicy } from '../src/guardrails/default-policy.ts';
import { RuleSetting } from '../src/domain/policy.ts';
import { defaultSetting } from '../src/guardrails/default-policy.ts';
import { labelledLines } from '../test/support/labelled-lines.ts';
import { exampleFacts, exampleNow, findingsIn, unmarked } from '../test/support/rule-example.ts';
import { variedLines } from './varied-lines.ts';
const brief = Brief.parse(parse(readFileSync('data/examples/end-of-season.yaml', 'utf8')));
const out: string[] = [];
const texts = new Map<string, string | undefined>();
for (const l of labelledLines()) texts.set(l.text, l.preheader);
for (const rule of rules) for (const e of [...rule.examples.good, ...rule.examples.bad]) { texts.set(unmarked(e.line), e.preheader); out.push(JSON.stringify([rule.id, e.line, findingsIn(rule, e)])); }
for (const t of variedLines(12000, 7)) texts.set(t, undefined);
for (const row of readFileSync('/work/shared/calibration/real-clean-lines.jsonl', 'utf8').split('\n').filter(Boolean)) { const v = JSON.parse(row); const t = v.text ?? v.line ?? v.subject ?? (typeof v === 'string' ? v : undefined); if (t) texts.set(t, undefined); }
// strings in the rule tests: every quoted literal.
for (const dir of ['test/guardrails/rules', 'test/guardrails/text', 'test/guardrails/text/claims', 'test/guardrails/text/personal'])
  for (const f of readdirSync(dir)) if (f.endsWith('.ts')) for (const m of readFileSync(`${dir}/${f}`, 'utf8').matchAll(/'((?:[^'\\\n]|\\.){3,150})'|"((?:[^"\\\n]|\\.){3,150})"/g)) texts.set(unmarked((m[1] ?? m[2] ?? '').replace(/\\'/g, "'").replace(/\\u\{([0-9a-f]+)\}/g, (_, h) => String.fromCodePoint(parseInt(h, 16))).replace(/\\u([0-9a-f]{4})/gi, (_, h) => String.fromCharCode(parseInt(h, 16)))), undefined);
// Pairs of pieces.
const all = [...texts.keys()];
for (let i = 0; i + 7 < all.length; i += 3) { const t = `${all[i]!.slice(0, 50)} ${all[(i * 7919 + 13) % all.length]!.slice(-40)}`; texts.set(t, undefined); }
const everyOn = Object.fromEntries(rules.map((r) => [r.id, { ...defaultSetting(r), on: true }]));
const offer = { type: 'percent-off', percent: '20', startsAt: '2026-11-23T05:00:00.000Z', endsAt: '2026-11-30T04:59:00.000Z' } as const;
const base = [
  { p: compilePolicy({ ...defaultPolicy, dialect: 'klaviyo' }), f: undefined },
  { p: compilePolicy({ ...defaultPolicy, dialect: 'klaviyo' }), f: factsFor(brief, brief.cohorts[1]) },
  { p: compilePolicy({ ...defaultPolicy, dialect: 'generic', rules: everyOn }), f: { ...exampleFacts, offer } },
  { p: compilePolicy({ ...defaultPolicy, dialect: 'mailchimp', locale: 'de-DE', rules: everyOn }), f: undefined },
];
for (const [text, preheader] of texts) for (const [i, { p, f }] of base.entries()) { const v = checkLine({ text, preheader }, p, { facts: f, now: exampleNow }); out.push(JSON.stringify([i, text, preheader, v.verdict, v.graphemes, v.findings])); }
const file = process.argv[2]!;
writeFileSync(file, out.join('\n'));
console.log(texts.size, out.length);
