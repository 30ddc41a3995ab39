/** Cutting a line for the screen. */
import { describe, expect, it } from 'vitest';
import { runsOf } from '../../../src/console/text/pieces.ts';

const covering = (text: string, spans: readonly (readonly [number, number])[]) =>
  runsOf(
    text,
    spans.map(([start, end]) => ({ spans: [{ start, end }] })),
  ).flatMap(({ pieces }) => pieces.map((piece) => [piece.text, ...piece.findings]));

describe('runsOf', () => {
  it('keeps a line without anything in one piece', () => {
    expect(covering('Socks, then boots', [])).toEqual([['Socks, then boots']]);
  });

  it('cuts where overlapping marks begin and end', () => {
    expect(
      covering('abcdef', [
        [0, 4],
        [2, 6],
      ]),
    ).toEqual([
      ['ab', 0],
      ['cd', 0, 1],
      ['ef', 1],
    ]);
  });

  it('counts in UTF-16, as the server does', () => {
    expect(covering('🥾 boots', [[3, 8]])).toEqual([['🥾 '], ['boots', 0]]);
  });

  it('clips what lies outside of the text and loses none of it', () => {
    expect(covering('abc', [[1, 99]])).toEqual([['a'], ['bc', 0]]);
    expect(covering('abc', [[7, 9]])).toEqual([['abc']]);
  });

  it('keeps a merge tag together around a mark inside of it', () => {
    const runs = runsOf("{{ first_name|default:'there' }}, socks", [{ spans: [{ start: 3, end: 13 }] }]);
    expect(runs.map(({ tag, pieces }) => [tag?.name, pieces.map(({ text }) => text).join('')])).toEqual([
      ['first name', "{{ first_name|default:'there' }}"],
      [undefined, ', socks'],
    ]);
    expect(runs[0]?.pieces.map(({ findings }) => findings.length)).toEqual([0, 1, 0]);
  });

  it('gives an empty line no piece', () => {
    expect(runsOf('', [])).toEqual([]);
  });
});
