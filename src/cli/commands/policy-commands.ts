/** `policy check`, `policy explain` */
import type { FileMistake } from '../../domain/brand.ts';
import type { Policy } from '../../domain/policy.ts';
import { explainPolicy } from '../../guardrails/policy-file/explain-policy.ts';
import { type FailedExample, failedExamples } from '../../guardrails/policy-file/failed-examples.ts';
import { readPolicyFile } from '../../guardrails/policy-file/read-policy-file.ts';
import { mistakeLines, policyAt, policyOfBrand } from '../brand-policy.ts';
import { harmless } from '../console-table.ts';
import { explainedPolicy } from '../explained-policy.ts';
import { readTextFile } from '../files.ts';
import { WrongUse } from '../wrong-use.ts';

/** Say whether a policy is fine. Exit status 1 where it has mistakes or an example of its own comes out otherwise. */
export function policyCheckCommand(file: string | undefined, options: { brand?: string }): void {
  const place = placeOf(file, options.brand);
  if (!place) throw new WrongUse('Name a policy file, or a brand with --brand.');
  const mistakes = 'mistakes' in place ? [...place.mistakes] : [];
  const brand = 'mistakes' in place ? undefined : place.brand?.profile;
  const read = readPolicyFile({ path: place.path, readText: readTextFile, brand });
  mistakes.push(...('mistakes' in read ? read.mistakes : failedExamples(read).map(exampleMistake)));
  if (mistakes.length > 0) tellMistakes(mistakes);
  else if ('policy' in read) console.log(`${place.path} is fine: ${fineWords(read.policy)}`);
}

/** Say what a policy comes to, and where each setting of it was written. Exit status 1 where it has mistakes. */
export function policyExplainCommand(file: string | undefined, options: { brand?: string; json?: boolean }): void {
  const place = placeOf(file, options.brand);
  const explained = place === null ? explainedDefaults() : explainedAt(place);
  if ('mistakes' in explained) tellMistakes(explained.mistakes);
  else process.stdout.write(options.json ? `${JSON.stringify(explained, null, 2)}\n` : explainedPolicy(explained));
}

function explainedAt(place: Place): ReturnType<typeof explainPolicy> {
  return 'mistakes' in place ? place : explainPolicy({ ...place, readText: readTextFile });
}

/** A file that says nothing is the default policy. */
function explainedDefaults(): ReturnType<typeof explainPolicy> {
  const explained = explainPolicy({ path: '', readText: () => '' });
  return 'mistakes' in explained ? explained : { ...explained, files: [] };
}

type Place = ReturnType<typeof policyOfBrand>;

function placeOf(file: string | undefined, brand: string | undefined): Place | null {
  if (file !== undefined && brand !== undefined) throw new WrongUse('Give a file or --brand, not both.');
  if (brand !== undefined) return policyOfBrand(brand);
  return file === undefined ? null : policyAt(file);
}

function tellMistakes(mistakes: readonly FileMistake[]): void {
  process.stdout.write(`${mistakeLines(mistakes.map((at) => ({ ...at, message: harmless(at.message) })))}\n`);
  process.exitCode = 1;
}

function exampleMistake({ at, line, message }: FailedExample): FileMistake {
  return { ...at, message: `${JSON.stringify(line)}: ${message}` };
}

function fineWords({ rules, examples }: Policy): string {
  const on = Object.values(rules).filter((rule) => rule.on).length;
  const count = examples.pass.length + examples.block.length;
  const held = count === 1 ? 'its example holds' : `its ${count} examples hold`;
  return `${on === 1 ? '1 rule is' : `${on} rules are`} on, and ${count === 0 ? 'it has no examples' : held}.`;
}
