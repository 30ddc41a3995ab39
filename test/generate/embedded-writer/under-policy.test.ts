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
import { brandNamed, cohortsOf, linesFor } from './examples.ts';

const readText = (file: string) => readFileSync(file, 'utf8');
const brands = [
  { id: 'tilden-row', briefs: ['second-purchase', 'end-of-season', 'apology'], now: '2027-01-20T12:00:00.000Z' },
  { id: 'stannard-fell', briefs: ['first-frost'], now: '2026-10-10T12:00:00.000Z' },
  { id: 'gingham-larder', briefs: ['thank-you-tins'], now: '2026-11-30T12:00:00.000Z' },
];

describe.each(brands)('under the policy of $id', ({ id, briefs, now }) => {
  const brand = brandNamed(id);
  const path = fileURLToPath(new URL(`../../../data/brands/${id}/policy.yaml`, import.meta.url));
  const read = readPolicyFile({ path, readText, brand: brand.profile });
  const policy = compilePolicy('mistakes' in read ? defaultPolicy : read.policy);

  it('there is no mistake, and its examples hold', () => {
    if ('mistakes' in read) throw new Error(JSON.stringify(read.mistakes));
    expect(failedExamples(read)).toEqual([]);
    expect(read.policy.examples.block.length).toBeGreaterThan(4);
  });

  it('no exemplar breaks a rule; those with a claim wait for a brief to back it', () => {
    const broken = brand.profile.exemplars.flatMap(({ text }) => {
      const { findings } = checkLine({ text }, policy, { now });
      const violations = findings.filter(({ kind, severity }) => kind !== 'not-evaluable' && severity !== 'info');
      return violations.map(({ message }) => [text, message]);
    });
    expect(broken).toEqual([]);
  });

  describe.each(briefs.flatMap(cohortsOf))('lines for $name', ({ facts, goal }) => {
    const material = gatherMaterial(brand, facts, goal);
    const checked = ['one', 'two', 'three', 'four'].flatMap((seed) =>
      linesFor({ facts, goal }, { seed, brand }).map((line) => {
        const preheader = preheaderFor(line, material, seed);
        return { text: line.text, ...checkLine({ text: line.text, preheader }, policy, { facts, now }) };
      }),
    );

    it('are at least eight, and never blocked', () => {
      const blocked = checked.filter(({ verdict }) => verdict === 'block');
      expect(blocked.map(({ text, findings }) => [text, ...findings.map(({ message }) => message)])).toEqual([]);
      expect(checked.length).toBeGreaterThanOrEqual(32);
    });

    it('are warned of in one of ten at most', () => {
      const warned = checked.filter(({ verdict }) => verdict === 'warn');
      expect(warned.length, JSON.stringify(warned.map(({ text }) => text))).toBeLessThanOrEqual(checked.length / 10);
    });
  });
});
