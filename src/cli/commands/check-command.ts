/** `check`: lines from standard input, one JSON object a line on standard output. */
import { once } from 'node:events';
import type { BrandProfile, FileMistake } from '../../domain/brand.ts';
import { Instant } from '../../domain/instant.ts';
import type { Policy } from '../../domain/policy.ts';
import { defaultPolicy, onlyRules } from '../../guardrails/default-policy.ts';
import { readBrandFile } from '../../guardrails/policy-file/read-brand-file.ts';
import { readPolicyFile } from '../../guardrails/policy-file/read-policy-file.ts';
import { checkLines } from '../check.ts';
import { brandFolder, readTextFile } from '../files.ts';
import { readBriefFile } from '../read-brief-file.ts';
import { WrongUse } from '../wrong-use.ts';

type CheckOptions = {
  brand?: string;
  policy?: string;
  brief?: string;
  rules?: string;
  now?: string;
  input: string;
};

/** Check what comes in. Exit status 1 where something was blocked; WrongUse where the options make no sense. */
export async function checkCommand(options: CheckOptions, clock: () => Instant): Promise<void> {
  if (options.input !== 'text' && options.input !== 'jsonl')
    throw new WrongUse(`--input takes text or jsonl, not "${options.input}".`);
  const { blocked } = await checkLines({
    input: process.stdin,
    write: async (chunk) => {
      if (!process.stdout.write(chunk)) await once(process.stdout, 'drain');
    },
    format: options.input,
    policy: restricted(policyOf(options), options.rules),
    ...(options.brief !== undefined && { brief: readBriefFile(options.brief) }),
    now: options.now === undefined ? clock() : instantIn(options.now),
  });
  if (blocked > 0) process.exitCode = 1;
}

function policyOf({ brand, policy }: CheckOptions): Policy {
  if (brand !== undefined && policy !== undefined) throw new WrongUse('Give --brand or --policy, not both.');
  if (policy !== undefined) return policyIn(policy);
  if (brand === undefined) return defaultPolicy;
  const files = brandFolder();
  if (!files.brandIds().includes(brand))
    throw new WrongUse(`There are no files of a brand "${brand}". There is ${files.brandIds().join(', ')}.`);
  const read = readBrandFile({ path: files.pathOf(brand, 'brand.yaml'), readText: readTextFile });
  if ('mistakes' in read) return refuseMistakes(read.mistakes);
  return policyIn(files.pathOf(brand, 'policy.yaml'), read.profile);
}

function policyIn(path: string, brand?: BrandProfile): Policy {
  const read = readPolicyFile({ path, readText: readTextFile, brand });
  return 'mistakes' in read ? refuseMistakes(read.mistakes) : read.policy;
}

function restricted(policy: Policy, rules: string | undefined): Policy {
  if (rules === undefined) return policy;
  try {
    return onlyRules(
      policy,
      rules.split(',').map((id) => id.trim()),
    );
  } catch (error) {
    if (error instanceof RangeError) throw new WrongUse(error.message);
    throw error;
  }
}

function instantIn(given: string): Instant {
  const read = Instant.safeParse(given);
  if (read.success) return read.data;
  throw new WrongUse(`--now takes a date and time with an offset, such as 2026-11-29T08:00:00-05:00, not "${given}".`);
}

function refuseMistakes(mistakes: readonly FileMistake[]): never {
  throw new WrongUse(mistakes.map((at) => `${at.file}:${at.line}:${at.column}: ${at.message}`).join('\n'));
}
