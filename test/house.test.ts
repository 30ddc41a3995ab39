import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Source files of the service, as paths from the top. */
const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((name) => join('src', name))
  .filter((path) => /\.tsx?$/.test(path));

function filesWith(pattern: RegExp, but: readonly RegExp[]): string[] {
  return sources.filter((path) => !but.some((place) => place.test(path)) && pattern.test(readFileSync(path, 'utf8')));
}

describe('the house', () => {
  it('reads the environment in one file', () => {
    expect(filesWith(/process\.env\b/, [/^src\/config\.ts$/])).toEqual([]);
  });

  it('draws time, ids and chance where it is put together, and nowhere else', () => {
    const clockOrChance = /new Date\(\)|Date\.now\(\)|Math\.random\(|randomUUID\(|randomBytes\(|uuidv7\(/;
    expect(filesWith(clockOrChance, [/^src\/(compose|real-moment|cli\/main)\.ts$/, /^src\/console\//])).toEqual([]);
  });

  it('keeps a file to what one can read at a sitting', () => {
    const long = sources.filter((path) => readFileSync(path, 'utf8').split('\n').length > 300);
    expect(long).toEqual([]);
  });

  it('opens every file by saying what it is for', () => {
    const silent = sources.filter((path) => !/^(\/\*\*|\/\/\/)/.test(readFileSync(path, 'utf8')));
    expect(silent).toEqual([]);
  });
});
