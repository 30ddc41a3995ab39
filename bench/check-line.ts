/**
 * How long one clean line takes under every rule of a policy, over a bare scan of the same line.
 * `node bench/check-line.ts [POLICY.yaml]`; without one, the policy of the first brand in data/brands.
 */
import { readdirSync, readFileSync } from 'node:fs';
import type { Policy } from '../src/domain/policy.ts';
import { checkLine } from '../src/guardrails/check-line.ts';
import { type CompiledPolicy, compilePolicy } from '../src/guardrails/compile-policy.ts';
import { defaultPolicy } from '../src/guardrails/default-policy.ts';
import { readPolicyFile } from '../src/guardrails/policy-file/read-policy-file.ts';
import { cleanLines } from './clean-lines.ts';

const now = '2026-11-23T17:00:00.000Z';
const rounds = 15;

/** Every character looked at once: the limit for anything that reads a line. */
function bareScan(lines: readonly string[]): number {
  let sum = 0;
  for (const line of lines) for (let at = 0; at < line.length; at++) sum += line.charCodeAt(at);
  return sum;
}

/** The median of several rounds, in microseconds a line. */
function microseconds(lines: readonly string[], work: (lines: readonly string[]) => number): number {
  const taken: number[] = [];
  // The first calls run uncompiled; nobody waits for those.
  let kept = work(lines) + work(lines);
  for (let round = 0; round < rounds; round++) {
    const started = process.hrtime.bigint();
    kept += work(lines);
    taken.push(Number(process.hrtime.bigint() - started) / 1000 / lines.length);
  }
  // The sum is used, so that no engine may leave the work out.
  if (Number.isNaN(kept)) throw new Error('the work came to nothing');
  return taken.sort((one, other) => one - other)[Math.floor(rounds / 2)] ?? 0;
}

function check(policy: CompiledPolicy) {
  return (lines: readonly string[]) => {
    let found = 0;
    for (const text of lines) found += checkLine({ text }, policy, { now }).findings.length;
    return found;
  };
}

function policyAt(path: string | undefined): { name: string; policy: Policy } {
  const [brand] = readdirSync('data/brands');
  const file = path ?? (brand === undefined ? undefined : `data/brands/${brand}/policy.yaml`);
  if (file === undefined) return { name: 'default policy', policy: defaultPolicy };
  const read = readPolicyFile({ path: file, readText: (name) => readFileSync(name, 'utf8') });
  if (!('mistakes' in read)) return { name: file, policy: read.policy };
  console.log(`${file} has mistakes, so the default policy is measured: ${read.mistakes[0]?.message}`);
  return { name: 'default policy', policy: defaultPolicy };
}

const { name, policy } = policyAt(process.argv[2]);
const lines = cleanLines(20_000);
const ascii = lines.filter((line) => /^[\0-\x7f]*$/.test(line));
const mean = lines.reduce((sum, { length }) => sum + length, 0) / lines.length;
const compiled = compilePolicy(policy);
const clean = lines.filter((line) => checkLine({ text: line }, compiled, { now }).findings.length === 0);
console.log(
  `${name}: ${compiled.rules.length} rules on; ${lines.length} lines, mean ${mean.toFixed(0)} characters, ` +
    `${Math.round((ascii.length / lines.length) * 100)}% ASCII, ${Math.round((clean.length / lines.length) * 100)}% without a finding`,
);
const scan = microseconds(clean, bareScan);
console.log(`bare scan            ${scan.toFixed(3)} µs a line`);
const all = microseconds(clean, check(compiled));
console.log(
  `all rules            ${all.toFixed(2)} µs a line, ${(all / scan).toFixed(1)} bare scans (limit 40, stretch 20)`,
);
for (const { rule } of compiled.rules) {
  const alone = { ...compiled, rules: compiled.rules.filter((each) => each.rule === rule) };
  const one = microseconds(clean, check(alone));
  console.log(`  ${rule.id.padEnd(24)} ${one.toFixed(2)} µs, ${(one / scan).toFixed(1)} bare scans`);
}
const none = microseconds(clean, check({ ...compiled, rules: [] }));
console.log(`  ${'(the engine alone)'.padEnd(24)} ${none.toFixed(2)} µs, ${(none / scan).toFixed(1)} bare scans`);
