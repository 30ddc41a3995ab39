import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Facts } from '../../src/domain/facts.ts';
import type { Finding, RecordedVerdict } from '../../src/domain/finding.ts';
import { RuleSetting } from '../../src/domain/policy.ts';
import { catalogue } from '../../src/guardrails/catalogue.ts';
import { checkLine } from '../../src/guardrails/check-line.ts';
import { type CompiledPolicy, compilePolicy } from '../../src/guardrails/compile-policy.ts';
import { defaultPolicy } from '../../src/guardrails/default-policy.ts';
import { exampleBrief, factsOf } from '../support/example-briefs.ts';
import { labelledLines } from '../support/labelled-lines.ts';
import { exampleFacts, exampleNow, unmarked } from '../support/rule-example.ts';

type Options = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Every rule there is, also those that are off by default, with these options. */
function everyRule(options: Options = {}): CompiledPolicy {
  const rules = catalogue.map((rule): [string, RuleSetting] => {
    const own = RuleSetting.shape.options.parse(rule.options.parse(options[rule.id] ?? {}));
    const { on: _, ...setting } = defaultPolicy.rules[rule.id] ?? { on: true };
    return [rule.id, RuleSetting.parse({ ...setting, on: true, options: own })];
  });
  return compilePolicy({ ...defaultPolicy, dialect: 'klaviyo', rules: Object.fromEntries(rules) });
}

const terms = [{ term: 'cheap', suggest: 'good' }, 'below market', 'free', '#1'];
const banned = { 'banned-terms': { terms } };
const strict = everyRule({ ...banned, 'trademark-spelling': { marks: [{ canonical: 'Tilden Row' }] } });
const facts: readonly (Facts | undefined)[] = [
  undefined,
  exampleFacts,
  factsOf(exampleBrief('end-of-season')),
  factsOf(exampleBrief('apology')),
];

const check = (text: string, policy: CompiledPolicy, given?: Facts, preheader?: string) =>
  checkLine({ text, preheader }, policy, { facts: given, now: exampleNow });

// Lines as people write them, good and bad, are where the rules have most to say.
const written = [
  ...labelledLines().map(({ text }) => text),
  ...catalogue.flatMap(({ examples }) => [...examples.good, ...examples.bad].map(({ line }) => unmarked(line))),
];
const aLine = fc.constantFrom(...written);
const twoHalves = fc
  .tuple(aLine, aLine)
  .map(([one, other]) => one.slice(0, one.length / 2) + other.slice(other.length / 2));
const anyLine = fc.oneof(aLine, twoHalves, fc.string({ unit: 'binary', maxLength: 60 }));
const someFacts = fc.constantFrom(...facts);

const ranks = { pass: 0, warn: 1, block: 2 } as const;
const worst = ({ verdict }: RecordedVerdict) => ranks[verdict];

describe('every rule at once', () => {
  it('judges any text, twice the same, with spans and suggestions that lie in it', () => {
    fc.assert(
      fc.property(anyLine, anyLine, someFacts, (text, preheader, given) => {
        const verdict = check(text, strict, given, preheader);
        expect(check(text, strict, given, preheader)).toEqual(verdict);
        expect(verdict.findings.filter(({ kind }) => kind === 'error')).toEqual([]);
        for (const finding of verdict.findings) expect(liesIn(finding, text, preheader)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('makes no line worse by a suggestion of its own', () => {
    fc.assert(
      fc.property(fc.oneof(aLine, twoHalves), someFacts, (text, given) => {
        const verdict = check(text, strict, given);
        for (const { suggestion, field, rule } of verdict.findings) {
          if (!suggestion || field) continue;
          const mended = text.slice(0, suggestion.start) + suggestion.text + text.slice(suggestion.end);
          expect(worst(check(mended, strict, given)), `${rule}: ${mended}`).toBeLessThanOrEqual(worst(verdict));
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('finds what it found before when something unseen is put in', () => {
    const off = { ...strict, rules: strict.rules.filter(({ rule }) => rule.id !== 'invisible-and-bidi') };
    const unseen = fc.constantFrom('\u200b', '\u00ad', '\u2060', '\ufeff', '\u200e', '\u034f', '\u{e0041}');
    fc.assert(
      fc.property(aLine, unseen, fc.nat(), (text, character, place) => {
        if (check(text, strict).verdict !== 'block') return;
        const characters = [...text];
        const hidden = characters.toSpliced(place % (characters.length + 1), 0, character).join('');
        expect(check(hidden, strict).verdict).not.toBe('pass');
        const before = check(text, off).findings.some(({ rule, spans }) => rule === 'banned-terms' && spans.length > 0);
        // Within a tag, a mask or a reference it breaks what stands there, and readers see that.
        const isBroken = /[{}|*%&]/.test(text);
        if (before && !isBroken) expect(check(hidden, off).findings.map(({ rule }) => rule)).toContain('banned-terms');
      }),
      { numRuns: 1000 },
    );
  });

  it('finds no more where an exception is added', () => {
    const alone = (exceptions: readonly string[]) => {
      const policy = everyRule({ 'banned-terms': { terms, exceptions } });
      return { ...policy, rules: policy.rules.filter(({ rule }) => rule.id === 'banned-terms') };
    };
    const exceptions = ['sugar-free', 'dirt cheap', 'free', 'cheap', 'below market rates', 'coats', '#1'];
    const without = alone([]);
    const policies = exceptions.map((exception) => alone([exception]));
    fc.assert(
      fc.property(aLine, fc.constantFrom(...policies), (text, policy) => {
        expect(check(text, policy).findings.length).toBeLessThanOrEqual(check(text, without).findings.length);
      }),
      { numRuns: 1000 },
    );
  });

  it('judges lines of ten thousand characters and of every plane', () => {
    const planes = Array.from({ length: 17 }, (_, plane) => String.fromCodePoint(plane * 0x10000 + 0x41));
    for (const piece of [...planes, '\ud83d', '\udc00', 'a1! ', 'only $9 ', 'ends Nov 29 ', 'Re: ', 'you’re 60, '])
      for (const given of facts)
        expect(check(piece.repeat(10_000 / piece.length), strict, given).findings.filter(isError)).toEqual([]);
  });
});

function isError({ kind }: Finding): boolean {
  return kind === 'error';
}

function liesIn({ spans, suggestion, field }: Finding, text: string, preheader: string): boolean {
  const { length } = field ? preheader : text;
  return [...spans, ...(suggestion ? [suggestion] : [])].every(
    ({ start, end }) => 0 <= start && start <= end && end <= length,
  );
}
