import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readBriefFile } from '../../src/cli/read-brief-file.ts';
import { readCohortFile } from '../../src/cli/read-cohort-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'linewright-cohorts-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe('the cohorts of a table', () => {
  it('come with all a row says of them, and nothing of what it leaves empty', async () => {
    const cohorts = await readCohortFile('data/examples/hallway-week.csv');
    expect(cohorts.map(({ externalId }) => externalId)).toEqual(['coat-buyers', 'boot-buyers', 'newcomers']);
    expect(cohorts[0]).toMatchObject({
      who: 'Bought a coat since October, and kept it.',
      size: 14_200,
      bought: ['wool wrap coat', 'long down coat'],
      next: {
        kind: 'complement',
        items: ['coat hook rail', 'umbrella stand'],
        because: 'it hangs where the coat is taken off',
      },
    });
    expect(cohorts[2]).toEqual({
      externalId: 'newcomers',
      name: 'New on the list',
      who: 'Signed up this year and bought nothing yet.',
      size: 21_800,
      basis: 'lifecycle',
      bought: [],
      needed: 3,
    });
  });

  it('make a brief with the head they are given', async () => {
    const cohorts = await readCohortFile('data/examples/hallway-week.csv');
    expect(readBriefFile('data/examples/hallway-week.yaml', cohorts).cohorts).toEqual(cohorts);
    expect(() => readBriefFile('data/examples/second-purchase.yaml', cohorts)).toThrow(
      /second-purchase\.yaml:\d+:\d+: the cohorts come from the table/,
    );
  });

  it('leave the mistakes of the head where they are', () => {
    const path = file('head.yaml', 'brand: tilden-row\nmarket: MARS\n');
    expect(() => readBriefFile(path, [])).toThrow(/head\.yaml:2:9: /);
  });

  const head = 'externalId,name,who,size,nextKind,nextItems\n';
  it.each([
    ['a size in words', `${head}a,A,all,many,,\n`, /:2: row 1, column size: must be a whole number/],
    ['a next kind alone', `${head}a,A,all,,complement,\n`, /:2: row 1, column nextItems: is missing beside nextKind/],
    ['a next thing of no kind', `${head}a,A,all,,,scarf\n`, /column nextKind: is missing beside nextItems/],
    ['a kind nobody knows', `${head}a,A,all,,more,scarf\n`, /column nextKind: /],
    ['a cohort twice', `${head}a,A,all,,,\nb,B,all,,,\na,C,all,,,\n`, /:4: row 3, column externalId: .*twice/],
    ['a name left out', `${head}a,,all,,,\n`, /:2: row 1, column name: /],
    ['a column nobody knows', 'externalId,name,who,sise\n', /:1: the header row: .*did you mean "size"/],
    ['no rows', head, /:1: there is no row below the header row/],
  ])('refuse %s by line, row and column', async (name, text, message) => {
    await expect(readCohortFile(file(`${name}.csv`, text))).rejects.toThrow(message);
  });

  it('say that a file is not there', async () => {
    await expect(readCohortFile('nowhere.csv')).rejects.toThrow('There is no file nowhere.csv.');
  });
});
