import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { runCli } from '../support/started-process.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'policy-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Writes files into a folder of their own; `path` is that of the first. */
function written(files: Readonly<Record<string, string>>): { readonly path: string; readonly home: string } {
  const home = mkdtempSync(join(folder, 'p-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(home, name, '..'), { recursive: true });
    writeFileSync(join(home, name), text);
  }
  return { path: join(home, Object.keys(files)[0] ?? ''), home };
}

async function said(files: Readonly<Record<string, string>>) {
  const { path, home } = written(files);
  const { status, out } = await runCli(['policy', 'check', path]);
  return { status, lines: out.replaceAll(`${home}/`, '').split('\n').slice(0, -1) };
}

describe('policy check', () => {
  it('says in one sentence that a policy is fine', async () => {
    const rules = 'rules:\n  near-duplicate: false\n';
    const examples = 'examples:\n  pass: [Warm coats for cold mornings]\n  block: ["*|FNAME|*, the linen is in"]\n';
    const { status, lines } = await said({ 'policy.yaml': `dialect: klaviyo\n${rules}${examples}` });
    expect(lines).toEqual([
      expect.stringMatching(/^policy\.yaml is fine: \d+ rules are on, and its 2 examples hold\.$/),
    ]);
    expect(status).toBe(0);
  });

  it('takes a brand in place of a file, with the dialect its brand.yaml says', async () => {
    const { status, out } = await runCli(['policy', 'check', '--brand', 'tilden-row']);
    expect(out).toMatch(/^data\/brands\/tilden-row\/policy\.yaml is fine: /);
    expect(status).toBe(0);
  });

  it('tells every mistake of the file and of what it extends, each at its place', async () => {
    const { status, lines } = await said({
      'brands/b/policy.yaml': [
        'extends: ../../base.yaml',
        'rules:',
        '  lenght: { max: 60 }',
        '  length: { max: sixty }',
        '  banned-terms: { terms: { remove: [nobody said this] } }',
      ].join('\n'),
      'base.yaml': 'rules:\n  whitespace: { severity: blok }\n',
    });
    const place = (line: string) => line.slice(0, line.indexOf(': '));
    expect(lines.map(place)).toEqual([
      'base.yaml:2:27',
      'brands/b/policy.yaml:3:3',
      'brands/b/policy.yaml:4:18',
      'brands/b/policy.yaml:5:37',
    ]);
    expect(lines).toEqual([
      expect.stringMatching(/not "blok"; did you mean "block"\?$/),
      expect.stringMatching(/no rule "lenght"; did you mean "length"\?$/),
      expect.stringMatching(/must be a number, not "sixty"$/),
      expect.stringMatching(/cannot remove "nobody said this": the list does not hold it$/),
    ]);
    expect(status).toBe(1);
  });

  it('names a file that is extended and not there at the line that extends it', async () => {
    const { status, lines } = await said({ 'policy.yaml': 'dialect: klaviyo\nextends: ./gone.yaml\n' });
    expect(lines).toEqual([expect.stringMatching(/^policy\.yaml:2:10: there is no file gone\.yaml/)]);
    expect(status).toBe(1);
  });

  it('tells each example that comes out otherwise, and which rules blocked it or that nothing did', async () => {
    const { status, lines } = await said({
      'policy.yaml': [
        'rules:',
        '  banned-terms: { terms: [bargain bin] }',
        'examples:',
        '  pass: [Straight from the bargain bin, A coat for the bus stop]',
        '  block:',
        '    - A plain line about coats',
      ].join('\n'),
    });
    expect(lines).toEqual([
      expect.stringMatching(/^policy\.yaml:4:10: "Straight from the bargain bin": .*blocked\. banned-terms: /),
      expect.stringMatching(/^policy\.yaml:6:7: "A plain line about coats": .*must be blocked and is not$/),
    ]);
    expect(status).toBe(1);
  });

  it.each([
    ['a file that is not there', ['nowhere.yaml'], /no file nowhere\.yaml/],
    ['a brand that is not there', ['--brand', 'nobody'], /brand "nobody"/],
    ['both', ['package.json', '--brand', 'tilden-row'], /not both/],
    ['neither', [], /Name a policy file/],
  ])('calls it wrong use to name %s', async (_, args, message) => {
    const { status, err, out } = await runCli(['policy', 'check', ...args]);
    expect([status, out]).toEqual([2, '']);
    expect(err).toMatch(message);
  });
});

describe('policy explain', () => {
  const files = {
    'b/policy.yaml': [
      'extends: ../base.yaml',
      'rules:',
      '  banned-terms: { terms: { add: [clearance] } }',
      '  near-duplicate: false',
    ].join('\n'),
    'base.yaml': 'dialect: klaviyo\nrules:\n  banned-terms:\n    terms: [bargain bin]\n',
  };

  it('shows where each setting was written, each entry of a list, and what is off at the end', async () => {
    const { status, out } = await runCli(['policy', 'explain', written(files).path]);
    expect(out).toMatch(/^dialect +klaviyo +base\.yaml:1$/m);
    expect(out).toMatch(/^banned-terms +on +policy\.yaml:3$/m);
    expect(out).toMatch(/^ {2}terms +bargain bin +base\.yaml:4\n +clearance +policy\.yaml:3$/m);
    expect(out).toMatch(/^ {2}hardMax +150 +default$/m);
    expect(out.slice(out.lastIndexOf('\nOff: '))).toMatch(/\bnear-duplicate\s+\(policy\.yaml:4\)/);
    expect(out.slice(0, out.lastIndexOf('\nOff: '))).not.toMatch(/^near-duplicate/m);
    expect(status).toBe(0);
  });

  it('keeps to a hundred columns', async () => {
    const { out } = await runCli(['policy', 'explain', '--brand', 'tilden-row']);
    expect(Math.max(...out.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(100);
  });

  it('says the same as an object', async () => {
    const { out } = await runCli(['policy', 'explain', written(files).path, '--json']);
    const Explained = z.object({ rules: z.array(z.looseObject({ rule: z.string() })), files: z.array(z.string()) });
    const { rules, files: paths } = Explained.parse(JSON.parse(out));
    expect(rules.find(({ rule }) => rule === 'near-duplicate')).toMatchObject({
      on: false,
      from: { line: 4, column: 3 },
    });
    expect(paths.map((path) => path.split('/').at(-1))).toEqual(['base.yaml', 'policy.yaml']);
  });

  it('explains the defaults where no policy is named', async () => {
    const { status, out } = await runCli(['policy', 'explain']);
    expect(out).toMatch(/^From the defaults alone\.$/m);
    expect(out).not.toMatch(/:\d+$/m);
    expect(status).toBe(0);
  });

  it('tells the mistakes of a policy that has some', async () => {
    const { status, out } = await runCli([
      'policy',
      'explain',
      written({ 'policy.yaml': 'rules: { lenght: true }' }).path,
    ]);
    expect([status, out]).toEqual([1, expect.stringMatching(/policy\.yaml:1:10: there is no rule "lenght"/)]);
  });
});
