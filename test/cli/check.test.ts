import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkLines } from '../../src/cli/check.ts';
import { jsonLine } from '../../src/cli/json-line.ts';
import { WrongUse } from '../../src/cli/wrong-use.ts';
import { Brief } from '../../src/domain/brief.ts';
import { defaultPolicy, onlyRules } from '../../src/guardrails/default-policy.ts';

const now = '2026-11-23T17:00:00.000Z';
const policy = onlyRules(defaultPolicy, ['length', 'tag-syntax', 'tag-fallback-required', 'unresolved-placeholder']);
const brief = Brief.parse({
  brand: 'tilden-row',
  campaign: { externalId: 'c', name: 'Coats' },
  messageType: 'promotional',
  goal: 'sell coats',
  market: 'US',
  locale: 'en-US',
  timeZone: 'America/New_York',
  send: { kind: 'triggered', trigger: 'a cart left' },
  attributes: { tier: {} },
  cohorts: [{ externalId: 'new', name: 'New', who: 'new readers' }],
});

async function* bytes(chunks: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk;
}

async function run(chunks: readonly (string | Uint8Array)[], more: Partial<Parameters<typeof checkLines>[0]> = {}) {
  const written: string[] = [];
  const write = (chunk: string) => void written.push(chunk);
  const sources = [{ name: null, bytes: bytes(chunks) }];
  const given = { sources, input: 'text' as const, say: jsonLine, write, policy, now, ...more };
  const { blocked } = await checkLines(given).catch((error: unknown) => {
    throw Object.assign(error instanceof Error ? error : new Error(String(error)), { written: written.join('') });
  });
  return { blocked, lines: written.join('').split('\n').slice(0, -1), written };
}

describe('check', () => {
  it('answers each line in order with the keys in theirs', async () => {
    const { blocked, lines } = await run(['Coats are in\n{FNAME}, coats\nlast']);
    expect(blocked).toBe(1);
    expect(lines.map((line) => JSON.parse(line).text)).toEqual(['Coats are in', '{FNAME}, coats', 'last']);
    expect(lines[0]).toMatch(
      /^\{"text":"Coats are in","verdict":"pass","findings":\[\],"graphemes":12,"policyHash":"[0-9a-f]{64}"\}$/,
    );
    expect(lines[1]).toMatch(
      /"findings":\[\{"rule":"tag-fallback-required","ruleVersion":1,"severity":"block","kind":"violation","message":"[^"]+","spans":\[\{"start":0,"end":7\}\]\}\]/,
    );
  });

  it('adds rendering and suggestion where there are any, after the spans', async () => {
    const long = { text: `{{ first_name }}, ${'coats and hats '.repeat(5)}`, dialect: 'klaviyo' };
    const { lines } = await run([JSON.stringify(long)], { input: 'jsonl' });
    const keys = JSON.parse(lines[0] ?? '').findings.map((finding: object) => Object.keys(finding).slice(5).join());
    expect(keys).toEqual(['spans,rendering', 'spans,suggestion']);
  });

  it('splits at line feeds only, wherever the chunks are cut', async () => {
    const text = 'a\u2028b\nCafé 🧥\r\n\nd';
    const whole = new TextEncoder().encode(text);
    for (let cut = 0; cut <= whole.length; cut++) {
      const { lines } = await run([whole.slice(0, cut), whole.slice(cut)]);
      expect(lines.map((line) => JSON.parse(line).text)).toEqual(['a\u2028b', 'Café 🧥\r', '', 'd']);
    }
    const { lines } = await run(Array.from(whole, (byte) => Uint8Array.of(byte)));
    expect(lines).toHaveLength(4);
  });

  it('answers nothing to nothing, and takes a last line feed for an end', async () => {
    expect((await run([])).lines).toEqual([]);
    expect((await run(['a\n'])).lines).toHaveLength(1);
  });

  it('keeps a byte order mark, since readers would be sent it', async () => {
    expect(JSON.parse((await run(['\ufeffCoats'])).lines[0] ?? '').text).toBe('\ufeffCoats');
  });

  it.each<[string, readonly (string | Uint8Array)[], 'text' | 'jsonl', RegExp]>([
    ['bytes that are not UTF-8', ['ok\n', Uint8Array.of(0xff, 0x0a)], 'text', /^Line 2 is not UTF-8/],
    ['what is not JSON', ['{"text":"ok"}\n{"text":'], 'jsonl', /^Line 2 is not JSON/],
    ['an object of another shape', ['{"text":"ok"}\n{"txt":"a"}'], 'jsonl', /^Line 2 is not a line to check/],
    ['a wrong brief', ['{"text":"ok"}\n{"text":"a","brief":{}}'], 'jsonl', /^Line 2 .* at brief\./],
    ['an empty line', ['{"text":"ok"}\n\n{"text":"a"}'], 'jsonl', /^Line 2 is not JSON/],
    ['an unknown dialect', ['{"text":"ok"}\n{"text":"a","dialect":"klavio"}'], 'jsonl', /^Line 2: .*"klaviyo"/],
    [
      'a cohort without a brief',
      ['{"text":"ok"}\n{"text":"a","cohort":"x"}'],
      'jsonl',
      /^Line 2: There is no brief .* cohort "x"/,
    ],
    ['an endless line', ['ok\n', 'x'.repeat(1_000_001)], 'text', /^Line 2 is longer than/],
  ])('stops at %s, naming the line, and keeps what came before', async (_, chunks, input, message) => {
    const failure = await run(chunks, { input }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(WrongUse);
    expect(failure).toMatchObject({
      message: expect.stringMatching(message),
      written: expect.stringContaining('"ok"'),
    });
  });

  it('knows the attributes of the brief, for its cohorts and by itself', async () => {
    const tag = { text: 'Your {tier} coats' };
    const rules = (lines: string[]) => JSON.parse(lines[0] ?? '').findings.map(({ rule }: { rule: string }) => rule);
    expect(rules((await run([JSON.stringify(tag)], { input: 'jsonl' })).lines)).toContain('tag-syntax');
    expect(rules((await run([tag.text], { brief })).lines)).not.toContain('tag-syntax');
    const own = { ...tag, brief, cohort: 'new' };
    expect(rules((await run([JSON.stringify(own)], { input: 'jsonl' })).lines)).not.toContain('tag-syntax');
    const stranger = run([JSON.stringify({ ...tag, cohort: 'old' })], { input: 'jsonl', brief });
    await expect(stranger).rejects.toThrow('it has new');
  });

  it('checks the preheader too, and says which text a span is in', async () => {
    const { lines } = await run([JSON.stringify({ text: 'Coats', preheader: 'Save XX% today' })], { input: 'jsonl' });
    expect(JSON.parse(lines[0] ?? '').findings).toMatchObject([{ rule: 'unresolved-placeholder', field: 'preheader' }]);
  });

  it('waits for a slow reader and holds little meanwhile', async () => {
    let waiting = 0;
    let most = 0;
    const line = `${'Warm coats for cold days '.repeat(2)}\n`;
    async function* endless() {
      for (let chunk = 0; chunk < 200; chunk++) {
        expect(waiting).toBe(0);
        yield new TextEncoder().encode(line.repeat(50));
      }
    }
    const write = async (chunk: string) => {
      waiting += chunk.length;
      most = Math.max(most, waiting);
      await new Promise((resolve) => setTimeout(resolve, 0));
      waiting = 0;
    };
    const sources = [{ name: null, bytes: endless() }];
    await checkLines({ sources, write, input: 'text', say: jsonLine, policy, now });
    expect(most).toBeLessThan(200_000);
  });

  it('is read from no file system', () => {
    expect(readFileSync('src/cli/check.ts', 'utf8')).not.toMatch(/node:/);
  });
});
