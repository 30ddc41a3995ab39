/**
 * How long one clean line takes under each rule of a policy, over a bare scan of the same line.
 * `node bench/check-line.ts [POLICY.yaml]`; without one, that of Tilden Row.
 */
import { readFileSync } from 'node:fs';
import { checkLine } from '../src/guardrails/check-line.ts';
import { type CompiledPolicy, compilePolicy } from '../src/guardrails/compile-policy.ts';
import { readPolicyFile } from '../src/guardrails/policy-file/read-policy-file.ts';
import { bareScan, microseconds } from './stopwatch.ts';
import { variedLines } from './varied-lines.ts';

const now = '2026-11-23T17:00:00.000Z';
const file = process.argv[2] ?? 'data/brands/tilden-row/policy.yaml';
const read = readPolicyFile({ path: file, readText: (name) => readFileSync(name, 'utf8') });
if ('mistakes' in read) throw new Error(`${file} has mistakes: ${read.mistakes[0]?.message}`);

const policy = compilePolicy(read.policy);
const lines = variedLines(20_000).filter((text) => findings(policy, text) === 0);
const scan = microseconds(lines, bareScan, 40);
const engine = measured({ ...policy, rules: [] });
const all = measured(policy);
console.log(`${file}: ${policy.rules.length} rules on, ${lines.length} lines without a finding`);
console.log(
  `bare scan ${scan.toFixed(3)} µs a line, all rules ${all.toFixed(2)} µs, ${(all / scan).toFixed(1)} bare scans`,
);
const rows = policy.rules.map((rule) => {
  const alone = measured({ ...policy, rules: [rule] }) - engine;
  return { rule: rule.rule.id, µs: alone.toFixed(2), 'bare scans': (alone / scan).toFixed(1), alone };
});
rows.sort((one, other) => other.alone - one.alone);
console.table([
  { rule: '(the engine and its lexicon)', µs: engine.toFixed(2), 'bare scans': (engine / scan).toFixed(1) },
  ...rows.map(({ alone: _, ...row }) => row),
]);

function findings(by: CompiledPolicy, text: string): number {
  return checkLine({ text }, by, { now }).findings.length;
}

function measured(by: CompiledPolicy): number {
  return microseconds(lines, (text) => findings(by, text), 10);
}
