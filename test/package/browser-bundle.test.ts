/** The guardrails in a page: one file without Node in it, and the same findings as on the server. */
import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { build, type Rolldown } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import * as guardrails from '../../src/guardrails/index.ts';
import { startBrowser } from '../support/browser.ts';
import { exampleBrief } from '../support/example-briefs.ts';
import { unmarked } from '../support/rule-example.ts';

const origin = 'https://shop.example';
const rows = readFileSync('test/fixtures/rule-corpus.jsonl', 'utf8').split('\n').filter(Boolean);
const corpus = rows.map((row) => z.looseObject({ text: z.string() }).parse(JSON.parse(row)).text);
const examples = guardrails.catalogue.flatMap(({ examples: { good, bad } }) =>
  [...good, ...bad].map(({ line }) => unmarked(line)),
);
const policyPath = 'data/brands/tilden-row/policy.yaml';

/** What both sides are given. */
const given = {
  lines: [...corpus, ...examples, 'Half a pair \ud83d', "{{ first_name|default:'you' }}, 👩‍👩‍👧"],
  files: Object.fromEntries(
    [policyPath, 'data/retail-us.policy.yaml'].map((path) => [path, readFileSync(path, 'utf8')]),
  ),
  policyPath,
  facts: guardrails.factsFor(exampleBrief('end-of-season')),
  now: '2026-11-23T17:00:00.000Z',
};
/** As text it reaches the page whole, half a pair of surrogates too. */
const givenText = JSON.stringify(given);

let chunks: Rolldown.RolldownOutput['output'];
/** Every module and everything that one of them imports. */
const graph = new Set<string>();

beforeAll(async () => {
  const built = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: { write: false, lib: { entry: 'src/guardrails/index.ts', formats: ['es'], fileName: 'guardrails' } },
    plugins: [
      {
        name: 'graph',
        moduleParsed: ({ id, importedIds, dynamicallyImportedIds }) => {
          for (const each of [id, ...importedIds, ...dynamicallyImportedIds]) graph.add(each);
        },
      },
    ],
  });
  const [output] = [built].flat();
  if (output === undefined || !('output' in output)) throw new Error('Vite built nothing.');
  chunks = output.output;
});

describe('the library in a browser', () => {
  it('is one file that imports nothing, Node least of all', () => {
    expect(chunks.map((chunk) => chunk.type === 'chunk' && [...chunk.imports, ...chunk.dynamicImports])).toEqual([[]]);
    expect(graph.size).toBeGreaterThan(100);
    const foreign = [...graph].filter(
      (id) => id.startsWith('node:') || builtinModules.includes(id) || id.includes('browser-external'),
    );
    expect(foreign).toEqual([]);
  });

  it('reads a policy and finds in each line with every rule what Node finds, byte for byte', async () => {
    const browser = await startBrowser();
    try {
      const page = await browser.newPage();
      const code = chunks[0].code;
      await page.route(`${origin}/**`, (route) =>
        route.request().url().endsWith('.js')
          ? route.fulfill({ contentType: 'text/javascript', body: code })
          : route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Shop</title>' }),
      );
      await page.goto(origin);
      const answer = await page.evaluate(
        `import('${origin}/guardrails.js').then((library) => (${verdicts})(library, ${JSON.stringify(givenText)}))`,
      );
      const inPage = z.array(z.string()).parse(answer);
      const here = verdicts(guardrails, givenText);
      expect(new Set(here.map((verdict) => JSON.parse(verdict).verdict))).toEqual(new Set(['pass', 'warn', 'block']));
      const pairs = given.lines.map((text, at) => ({ text, here: here[at], inPage: inPage[at] }));
      expect(pairs.filter((pair) => pair.here !== pair.inPage)).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});

/** Runs in the page as well, as text: it may name nothing but what it is handed. */
function verdicts(library: typeof guardrails, json: string): string[] {
  const { lines, files, policyPath, facts, now }: typeof given = JSON.parse(json);
  const read = library.readPolicyFile({ path: policyPath, readText: (path) => files[path] ?? null });
  if (!('policy' in read)) throw new Error(JSON.stringify(read));
  const everyRule = library.catalogue.map(({ id }) => id);
  const policy = library.compilePolicy(library.onlyRules(read.policy, everyRule));
  return lines.map((text) => JSON.stringify(library.checkLine({ text }, policy, { facts, now })));
}
