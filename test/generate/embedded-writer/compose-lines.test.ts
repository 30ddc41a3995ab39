import { describe, expect, it } from 'vitest';
import { Brief } from '../../../src/domain/brief.ts';
import { factsFor } from '../../../src/domain/facts.ts';
import { exampleBrief, exampleCohorts, linesFor, tildenRow } from './examples.ts';

const seeds = ['one', 'two', 'three'];
const tag = "{{ first_name|default:'there' }}";

describe.each(exampleCohorts)('lines for $name', (cohort) => {
  const sets = seeds.map((seed) => linesFor(cohort, { seed }));
  const texts = sets.flatMap((lines) => lines.map(({ text }) => text));

  it('are at least twenty, none twice', () => {
    for (const lines of sets) {
      expect(lines.length).toBeGreaterThanOrEqual(20);
      expect(new Set(lines.map(({ text }) => text)).size).toBe(lines.length);
    }
  });

  it('fit a phone, the longest name counted', () => {
    const read = texts.map((text) => text.replace(tag, 'Maximiliana-Josephine'));
    expect(read.filter((text) => [...text].length > 50 || [...text].length < 12)).toEqual([]);
  });

  it('hold no number that the brief does not hold', () => {
    const facts = JSON.stringify(cohort.facts);
    const numbers = texts.flatMap((text) => text.match(/\d+/g) ?? []);
    expect(numbers.filter((number) => !facts.includes(number))).toEqual([]);
  });

  it('are each of a shape of their own, and never open alike', () => {
    for (const lines of sets) {
      expect(new Set(lines.map(({ shape }) => shape)).size).toBe(lines.length);
      const openings = lines.map(({ text }) => text.split(' ').slice(0, 2).join(' '));
      const offered = lines.map(({ deal }) => deal !== null);
      expect(new Set(openings.filter((_, at) => !offered[at])).size).toBe(offered.filter((has) => !has).length);
    }
  });

  it('never say what was bought, or that it was', () => {
    const bought = cohort.facts.cohort?.bought ?? [];
    expect(texts.filter((text) => /because you|you bought|your (?:order|purchase)|last purchase/i.test(text))).toEqual(
      [],
    );
    expect(texts.filter((text) => bought.some((item) => item.includes(' ') && text.includes(item)))).toEqual([]);
  });

  it('use the first name once at most, and only with something to say without it', () => {
    const named = sets.map((lines) => lines.filter(({ text }) => text.includes('{{')));
    expect(named.filter((lines) => lines.length > 1)).toEqual([]);
    for (const { text } of named.flat()) expect(text.startsWith(`Hi ${tag}, `)).toBe(true);
  });
});

describe('the first eight lines', () => {
  it.each(exampleCohorts.filter(({ name }) => !name.startsWith('apology')))(
    'for $name come at the reader eight ways',
    (cohort) => {
      for (const seed of seeds)
        expect(new Set(linesFor(cohort, { seed, count: 8 }).map(({ angle }) => angle)).size).toBe(8);
    },
  );
});

describe('an offer in a line', () => {
  const cohortOf = (name: string) =>
    exampleCohorts.find((each) => each.name === `end-of-season/${name}`) ?? exampleCohorts[0];
  const textsFor = (name: string) => {
    const cohort = cohortOf(name);
    return cohort ? seeds.flatMap((seed) => linesFor(cohort, { seed }).map(({ text }) => text)) : [];
  };

  it('keeps "up to" and "selected" wherever the percentage stands', () => {
    const stating = textsFor('lapsed').filter((text) => text.includes('40%'));
    expect(stating.length).toBeGreaterThan(10);
    expect(stating.filter((text) => !/up to 40% off/i.test(text) || !/selected coats/i.test(text))).toEqual([]);
  });

  it('is the cohort’s own where it has one', () => {
    const texts = textsFor('vips');
    expect(texts.some((text) => text.includes('50% off selected coats'))).toBe(true);
    expect(texts.filter((text) => /up to|40%/i.test(text))).toEqual([]);
  });

  it('ends on the day it ends in the campaign’s zone', () => {
    const texts = textsFor('everyone-else');
    expect(texts).toContain('Up to 40% off selected coats, through Sunday');
    expect(texts.filter((text) => /\b(?:mon|tues|wednes|thurs|fri|satur)day\b/i.test(text))).toEqual([]);
  });

  it('is stated in about half of the lines and no more', () => {
    for (const seed of seeds) {
      const lines = linesFor(cohortOf('coat-browsers') ?? { facts: factsFor(exampleBrief('apology')), goal: '' }, {
        seed,
        count: 8,
      });
      expect(lines.filter(({ text }) => text.includes('40%')).length).toBeLessThanOrEqual(4);
      expect(lines.filter(({ text }) => text.includes('40%')).length).toBeGreaterThanOrEqual(2);
    }
  });
});

describe('an apology', () => {
  it('speaks of the link and asks for nothing', () => {
    const [apology] = exampleCohorts.filter(({ name }) => name.startsWith('apology'));
    const texts = apology ? linesFor(apology).map(({ text }) => text) : [];
    expect(texts.filter((text) => /link|page|sorry|mistake|apolog|correction|put right/i.test(text))).toEqual(texts);
    expect(texts.filter((text) => /%|coat|\{\{|[!?]/i.test(text))).toEqual([]);
  });
});

describe('what the writer heeds', () => {
  const [moisturizer] = exampleCohorts;
  const cohort = moisturizer ?? { facts: factsFor(exampleBrief('apology')), goal: '' };

  it('writes the same lines for the same seed and others for another', () => {
    const texts = (seed: string) => linesFor(cohort, { seed, count: 8 }).map(({ text }) => text);
    expect(texts('x')).toEqual(texts('x'));
    expect(texts('x')).not.toEqual(texts('y'));
  });

  it('writes no line again that is taken, nor its twin', () => {
    const taken = linesFor(cohort, { count: 8 }).map(({ text }) => text);
    const next = linesFor(cohort, { count: 8, taken }).map(({ text }) => text);
    expect(next).toHaveLength(8);
    expect(next.filter((text) => taken.includes(text))).toEqual([]);
    expect(linesFor(cohort, { taken: ['in praise of the CLEANSER'] }).map(({ text }) => text)).not.toContain(
      'In praise of the cleanser',
    );
  });

  it('uses none of the phrases the brand calls worn', () => {
    const voice = { ...tildenRow.profile.voice, avoid: ['mirror', 'shelf'] };
    const brand = { ...tildenRow, profile: { ...tildenRow.profile, voice } };
    const texts = linesFor(cohort, { brand, count: 100 }).map(({ text }) => text);
    expect(texts.length).toBeGreaterThan(20);
    expect(texts.filter((text) => /mirror|shelf/i.test(text))).toEqual([]);
  });

  it('says neither "we" nor "you" for a brand that says neither, and makes no dry joke for one without humour', () => {
    const { humour: _, ...voice } = tildenRow.profile.voice;
    const brand = { ...tildenRow, profile: { ...tildenRow.profile, voice: { ...voice, person: 'neither' as const } } };
    const lines = linesFor(cohort, { brand, count: 100 });
    expect(lines.length).toBeGreaterThan(8);
    expect(lines.filter(({ text, shape }) => shape.tone === 'dry' || /\b(?:we|us|you|your)\b/i.test(text))).toEqual([]);
  });

  it('opens no line with a color or a plant that is also a first name and a comma', () => {
    const items = ['cotton tee in olive', 'cotton tee in rose', 'cotton tee in navy'];
    const next = { kind: 'other-variant' as const, items };
    const facts = { ...cohort.facts, cohort: cohort.facts.cohort && { ...cohort.facts.cohort, next } };
    const texts = seeds.flatMap((seed) => linesFor({ ...cohort, facts }, { seed, count: 100 }).map(({ text }) => text));
    expect(texts.filter((text) => /olive|rose/i.test(text)).length).toBeGreaterThan(0);
    expect(texts.filter((text) => /^(?:olive|rose),/i.test(text))).toEqual([]);
    expect(texts).toContain('Navy, olive or rose?');
  });

  it('lets nothing in a brief become a tag or a second header line', () => {
    const items = ['{{ email }} serum', 'vitamin C serum\r\nBcc: all@example.com', 'face oil <b>'];
    const next = { kind: 'complete-the-set' as const, items, because: '{{ email }}' };
    const claims = [{ text: 'The serum is [firstname]', substantiation: 'x' }];
    const facts = { ...cohort.facts, claims, cohort: cohort.facts.cohort && { ...cohort.facts.cohort, next } };
    const texts = linesFor({ ...cohort, facts }, { count: 100 }).map(({ text }) => text);
    expect(texts.filter((text) => /email|Bcc|<b>|\[/.test(text))).toEqual([]);
  });

  it('holds every must-mention in every line', () => {
    const facts = { ...cohort.facts, mustMention: ['moisturizer'] };
    const texts = linesFor({ ...cohort, facts }, { count: 100 }).map(({ text }) => text);
    expect(texts.length).toBeGreaterThan(3);
    expect(texts.filter((text) => !/moisturizer/i.test(text))).toEqual([]);
  });

  it('has nothing to say in another language, or of a cohort of which nothing is known', () => {
    expect(linesFor({ ...cohort, facts: { ...cohort.facts, locale: 'de-DE' } })).toEqual([]);
    const brief = Brief.parse({
      ...exampleBrief('second-purchase'),
      landingPage: undefined,
      claims: [],
      cohorts: [{ externalId: 'all', name: 'All', who: 'Everybody.' }],
    });
    expect(linesFor({ facts: factsFor(brief, brief.cohorts[0]), goal: brief.goal })).toEqual([]);
  });
});
