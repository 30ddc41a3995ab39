/** The built console: what a browser must load before anything is shown, and that it is built once. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { buildConsole } from '../src/console-build.ts';

const said: string[] = [];
const log = { info: (_: object, message: string) => void said.push(message), warn: () => {}, error: () => {} };

describe('buildConsole', () => {
  it('gives the same folder again without building', async () => {
    const folder = await buildConsole(log);
    said.length = 0;
    expect(await buildConsole(log)).toBe(folder);
    expect(said).toEqual([]);
  });

  it('keeps the first load under 250 kB, compressed', async () => {
    const folder = await buildConsole(log);
    // Pages that are loaded when they are opened are named by no tag of the page.
    const page = await readFile(join(folder, 'index.html'), 'utf8');
    const named = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(([, name = '']) => name);
    expect(named.length).toBeGreaterThan(1);
    const files = ['index.html', ...named];
    const sizes = await Promise.all(files.map(async (file) => gzipSync(await readFile(join(folder, file))).length));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(250_000);
  });

  it('puts no script into the page itself and names no other host', async () => {
    const page = await readFile(join(await buildConsole(log), 'index.html'), 'utf8');
    expect(page.match(/<script\b[^>]*>[^<]+/g)).toBeNull();
    expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  });
});
