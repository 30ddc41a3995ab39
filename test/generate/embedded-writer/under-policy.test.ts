import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { gatherMaterial } from '../../../src/generate/embedded-writer/material.ts';
import { preheaderFor } from '../../../src/generate/embedded-writer/preheader.ts';
import {
  checkLine,
  compilePolicy,
  defaultPolicy,
  failedExamples,
  readPolicyFile,
} from '../../../src/guardrails/index.ts';
import { exampleCohorts, linesFor, tildenRow } from './examples.ts';

const path = fileURLToPath(new URL('../../../data/brands/tilden-row/policy.yaml', import.meta.url));
const readText = (file: string) => readFileSync(file, 'utf8');
const read = readPolicyFile({ path, readText, brand: tildenRow.profile });
const mistakes = 'mistakes' in read ? read.mistakes : [];
const policy = compilePolicy('mistakes' in read ? defaultPolicy : read.policy);
const now = '2027-01-20T12:00:00.000Z';

describe('the policy that comes along', () => {
  it('has no mistake', () => {
    expect(mistakes).toEqual([]);
  });

  it('keeps its own examples', () => {
    if ('mistakes' in read) throw new Error('the policy could not be read');
    expect(failedExamples(read)).toEqual([]);
    expect(read.policy.examples.block.length).toBeGreaterThan(4);
  });
});

describe.each(exampleCohorts)('under the brand’s policy, lines for $name', ({ facts, goal }) => {
  const material = gatherMaterial(tildenRow, facts, goal);
  const checked = ['one', 'two', 'three', 'four'].flatMap((seed) =>
    linesFor({ facts, goal }, { seed }).map((line) => {
      const preheader = preheaderFor(line, material, seed);
      return { text: line.text, ...checkLine({ text: line.text, preheader }, policy, { facts, now }) };
    }),
  );

  it('are never blocked', () => {
    const blocked = checked.filter(({ verdict }) => verdict === 'block');
    expect(blocked.map(({ text, findings }) => [text, ...findings.map(({ message }) => message)])).toEqual([]);
  });

  it('are warned of in one of ten at most', () => {
    const warned = checked.filter(({ verdict }) => verdict === 'warn');
    expect(warned.length, JSON.stringify(warned.map(({ text }) => text))).toBeLessThanOrEqual(checked.length / 10);
  });
});
