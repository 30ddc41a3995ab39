import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readText, writeText } from '../../../src/console/campaigns/brief/brief-text.ts';
import { type Draft, listAt, valueAt, withValue } from '../../../src/console/campaigns/brief/draft.ts';
import { changedMembers, isSame, mineOnTheirs } from '../../../src/console/campaigns/brief/merge-briefs.ts';
import { followingId } from '../../../src/console/campaigns/brief/names.ts';
import { mistakeOf, placeInWords } from '../../../src/console/campaigns/brief/places.ts';

const brief: Draft = {
  goal: 'Sell boots',
  offer: null,
  unknown: { kept: [1, { deep: true }] },
  cohorts: [{ externalId: 'a', name: 'Ada’s' }, { externalId: 'b' }],
  landingPage: { url: 'https://a.example', promises: 'Boots' },
};

describe('a draft', () => {
  it('changes at one place and keeps the rest, whatever it is', () => {
    const changed = withValue(brief, ['cohorts', 1, 'offer', 'percent'], '40');
    expect(changed).toEqual({
      ...brief,
      cohorts: [
        { externalId: 'a', name: 'Ada’s' },
        { externalId: 'b', offer: { percent: '40' } },
      ],
    });
    expect(valueAt(brief, ['cohorts', 1, 'offer'])).toBeUndefined();
  });

  it('tells what is null from what is not there', () => {
    expect(valueAt(brief, ['offer'])).toBeNull();
    expect(valueAt(withValue(brief, ['offer'], undefined), ['offer'])).toBeUndefined();
    expect(Object.keys(withValue(brief, ['offer'], undefined))).not.toContain('offer');
  });

  it('drops what is nothing without its members, and nothing else', () => {
    const half = withValue(brief, ['landingPage', 'url'], undefined);
    expect(valueAt(half, ['landingPage'])).toEqual({ promises: 'Boots' });
    expect(Object.keys(withValue(half, ['landingPage', 'promises'], undefined))).not.toContain('landingPage');
    const emptied = withValue(withValue(brief, ['cohorts', 1, 'externalId'], undefined), ['offer'], { type: 'trial' });
    expect(listAt(emptied, ['cohorts'])[1]).toEqual({});
    expect(valueAt(withValue(emptied, ['offer', 'type'], undefined), ['offer'])).toEqual({});
  });

  it('reads no member that is not its own', () => {
    expect(valueAt(brief, ['constructor'])).toBeUndefined();
    expect(valueAt(brief, ['cohorts', 'length'])).toBeUndefined();
  });
});

describe('a brief as text', () => {
  it.each(readdirSync('data/examples').filter((name) => name.endsWith('.yaml')))('holds all of %s', (name) => {
    const draft: Draft = parse(readFileSync(`data/examples/${name}`, 'utf8'));
    expect(readText(writeText(draft)).draft).toEqual(draft);
    expect(readText(JSON.stringify(draft, null, 2)).draft).toEqual(draft);
  });

  it('says again what stands in two places', () => {
    const bought = ['boots'];
    expect(writeText({ cohorts: [{ bought }, { bought }] })).not.toMatch(/[&*]/);
  });

  it('finds the line of a place, or of what it would stand in', () => {
    const read = readText('goal: Boots\noffer:\n  percent: 40\ncohorts:\n  - name: A\n  - name: B\n');
    if (read.draft === null) throw new Error('it can be read');
    const lines = [['offer', 'percent'], ['cohorts', 1, 'who'], ['cohorts', 1], ['market'], ['offer', 'endsAt']];
    expect(lines.map(read.lineOf)).toEqual([3, 6, 6, 1, 2]);
  });

  it.each([
    ['goal: a\ngoal: b', 2],
    ['goal: a: b', 1],
    ['- a list', 1],
    ['{ "goal": ', 1],
  ])('says of %j in which line it cannot be read', (text, line) => {
    const read = readText(text);
    expect(read.draft === null && read.mistakes[0]?.line).toBe(line);
  });

  it('bears a text that would grow without end', () => {
    const bomb = `a: &a [x,x]\n${'bcdefghijk'
      .split('')
      .map((name, index) => `${name}: &${name} [${`*${'abcdefghijk'[index]},`.repeat(9)}]\n`)
      .join('')}`;
    expect(readText(bomb).draft).toBeNull();
  });
});

describe('two changes of one brief', () => {
  const base = { goal: 'Boots', needed: 2, offer: { percent: '40', on: 'boots' } };

  it('are put together member by member, mine on top', () => {
    const theirs = { ...base, goal: 'All boots', needed: 3 };
    const mine = { goal: 'Boots', needed: 1, claims: [] };
    expect(mineOnTheirs(base, mine, theirs)).toEqual({ goal: 'All boots', needed: 1, claims: [] });
    expect(changedMembers(base, theirs)).toEqual(['goal', 'needed']);
  });

  it('are none where only the order differs', () => {
    expect(isSame(base, { offer: { on: 'boots', percent: '40' }, needed: 2, goal: 'Boots' })).toBe(true);
  });
});

describe('names and places', () => {
  it('let an id follow its name until somebody chooses one', () => {
    expect(followingId('', '', 'Übergröße, January!')).toBe('ubergroße-january');
    expect(followingId('coat-buyers', 'Coat buyers', 'Coats')).toBe('coats');
    expect(followingId('CRM-17', 'Coat buyers', 'Coats')).toBe('CRM-17');
  });

  it('are said in words', () => {
    const { path } = mistakeOf({ pointer: '#/cohorts/0/offer/endsAt', detail: 'must be after startsAt' });
    expect(placeInWords(brief, path)).toBe('Cohort “Ada’s”, offer, end');
    expect(placeInWords(brief, ['cohorts', 1, 'externalId'])).toBe('Cohort 2, id');
    expect(placeInWords(brief, ['claims', 0, 'text'])).toBe('Claims 1, text');
    expect(mistakeOf({ pointer: '#/attributes/a~1b', detail: '' }).path).toEqual(['attributes', 'a/b']);
  });
});
