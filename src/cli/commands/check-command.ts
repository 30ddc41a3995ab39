/** `check`: lines from files or standard input, one JSON object a line or GitHub annotations on standard output. */
import { once } from 'node:events';
import { createReadStream, statSync } from 'node:fs';
import type { Finding } from '../../domain/finding.ts';
import { Instant } from '../../domain/instant.ts';
import type { Policy } from '../../domain/policy.ts';
import { checkCampaign } from '../../guardrails/check-campaign.ts';
import { compilePolicy } from '../../guardrails/compile-policy.ts';
import { defaultPolicy, onlyRules } from '../../guardrails/default-policy.ts';
import { readPolicyFile } from '../../guardrails/policy-file/read-policy-file.ts';
import { mistakeLines, type PolicyPlace, policyOfBrand } from '../brand-policy.ts';
import { type CheckLines, checkLines, type LineSource } from '../check.ts';
import { readTextFile } from '../files.ts';
import { githubAnnotations } from '../github-annotations.ts';
import { jsonLine } from '../json-line.ts';
import { readBriefFile } from '../read-brief-file.ts';
import { WrongUse } from '../wrong-use.ts';

type CheckOptions = {
  brand?: string;
  policy?: string;
  brief?: string;
  rules?: string;
  now?: string;
  input: string;
  format: string;
  name?: string;
};

/** Check what comes in. Exit status 1 where something was blocked; WrongUse where the options make no sense. */
export async function checkCommand(
  files: readonly string[],
  options: CheckOptions,
  clock: () => Instant,
): Promise<void> {
  const { input } = options;
  if (input !== 'text' && input !== 'jsonl' && input !== 'csv')
    throw new WrongUse(`--input takes text, jsonl or csv, not "${input}".`);
  const policy = restricted(policyOf(options), options.rules);
  const brief = options.brief === undefined ? undefined : readBriefFile(options.brief);
  const now = options.now === undefined ? clock() : instantIn(options.now);
  if (brief) tellOfCampaign(checkCampaign(brief, compilePolicy(policy), now));
  const { blocked } = await checkLines({
    sources: sourcesOf(files, options.name),
    input,
    say: sayingIn(options.format, input),
    write: async (chunk) => {
      if (!process.stdout.write(chunk)) await once(process.stdout, 'drain');
    },
    policy,
    brief,
    now,
  });
  if (blocked > 0) process.exitCode = 1;
}

/** On standard error, since standard output is one answer a line. */
function tellOfCampaign(findings: readonly Finding[]): void {
  for (const { severity, rule, message } of findings) console.error(`campaign: ${severity}: ${rule}: ${message}`);
}

function sourcesOf(files: readonly string[], name: string | undefined): LineSource[] {
  if (files.length === 0) return [{ name: name ?? null, bytes: process.stdin }];
  if (name !== undefined) throw new WrongUse('--name is for standard input; files have names of their own.');
  const missing = files.filter((file) => statSync(file, { throwIfNoEntry: false })?.isDirectory() ?? true);
  if (missing.length > 0) throw new WrongUse(`There is no file ${missing.join(', ')}.`);
  return files.map((file) => ({ name: file, bytes: bytesOf(file) }));
}

/** Opened when its turn comes, so that a thousand files do not lie open at once. */
async function* bytesOf(file: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(file);
  } catch (cause) {
    throw new WrongUse(`It cannot be read: ${cause instanceof Error ? cause.message : String(cause)}.`, { cause });
  }
}

function sayingIn(format: string, input: CheckLines['input']): CheckLines['say'] {
  if (format === 'json') return jsonLine;
  if (format === 'github') return (line) => githubAnnotations(line, input === 'text');
  throw new WrongUse(`--format takes json or github, not "${format}".`);
}

function policyOf({ brand, policy }: CheckOptions): Policy {
  if (brand !== undefined && policy !== undefined) throw new WrongUse('Give --brand or --policy, not both.');
  if (policy !== undefined) return policyIn({ path: policy });
  if (brand === undefined) return defaultPolicy;
  const place = policyOfBrand(brand);
  if ('mistakes' in place) throw new WrongUse(mistakeLines(place.mistakes));
  return policyIn(place);
}

function policyIn({ path, brand }: PolicyPlace): Policy {
  const read = readPolicyFile({ path, readText: readTextFile, brand: brand?.profile });
  if ('mistakes' in read) throw new WrongUse(mistakeLines(read.mistakes));
  return read.policy;
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
