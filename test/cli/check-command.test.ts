import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../support/started-process.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'check-'));
  writeFileSync(join(folder, 'coats.txt'), 'Warm coats for cold mornings\n*|FNAME|*, the linen is in\n');
  writeFileSync(join(folder, 'bags, 50%.txt'), '%%%FIRST NAME%%%, a bag for the market\n');
  writeFileSync(join(folder, 'latin1.txt'), Uint8Array.of(0x43, 0x61, 0x66, 0xe9, 0x0a));
});
afterAll(() => rmSync(folder, { recursive: true }));

const rules = ['--rules', 'tag-syntax,unresolved-placeholder'];
const check = (args: readonly string[], input = '') => runCli(['check', ...rules, ...args], { input });

describe('check', () => {
  it('reads files in their order instead of standard input, and says where each line stands', async () => {
    const files = [join(folder, 'coats.txt'), join(folder, 'bags, 50%.txt')];
    const { status, out } = await check(files, 'not looked at\n');
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ file, line }) => [file, line])).toEqual([
      [files[0], 1],
      [files[0], 2],
      [files[1], 1],
    ]);
    expect(Object.keys(lines[0]).join()).toBe('text,verdict,findings,graphemes,policyHash,file,line');
    expect(status).toBe(1);
  });

  it('says nothing of a file where standard input has no name', async () => {
    const { status, out } = await check([], 'Warm coats\n');
    expect(Object.keys(JSON.parse(out)).join()).toBe('text,verdict,findings,graphemes,policyHash');
    expect(status).toBe(0);
  });

  it('annotates a pull request by file, line and columns, names escaped', async () => {
    const { status, out } = await check([
      '--format',
      'github',
      join(folder, 'coats.txt'),
      join(folder, 'bags, 50%.txt'),
    ]);
    const lines = out.replaceAll(folder, '').trimEnd().split('\n');
    expect(lines).toContainEqual(
      expect.stringMatching(/^::error file=\/coats\.txt,line=2,col=1,endColumn=9,title=[a-z-]+::\S/),
    );
    expect(lines).toContainEqual(
      expect.stringMatching(/^::error file=\/bags%2C 50%25\.txt,line=1,col=1,endColumn=16,/),
    );
    expect(lines.filter((line) => !line.startsWith('::error '))).toEqual([]);
    expect(status).toBe(1);
  });

  it('is silent for GitHub where nothing was found', async () => {
    expect(await check(['--format', 'github'], 'Warm coats\n')).toMatchObject({ status: 0, out: '' });
  });

  it('gives standard input the name it is told', async () => {
    const named = await check(['--format', 'github', '--name', 'copy/may.txt'], '*|FNAME|*, hello\n');
    expect(named.out).toMatch(/^::error file=copy\/may\.txt,line=1,/);
    const nameless = await check(['--format', 'github'], '*|FNAME|*, hello\n');
    expect(nameless.out).toMatch(/^::error file=<stdin>,line=1,/);
  });

  it('names the file of a line that cannot be read', async () => {
    const { status, err } = await check([join(folder, 'coats.txt'), join(folder, 'latin1.txt')]);
    expect([status, err]).toEqual([2, expect.stringMatching(/latin1\.txt: Line 1 is not UTF-8/)]);
  });

  it.each([
    ['a file that is not there', ['coats.txt', 'nowhere.txt'], /no file nowhere\.txt/],
    ['a folder', ['.'], /no file /],
    ['an unknown format', ['--format', 'xml'], /--format takes json or github, not "xml"/],
    ['a name for files', ['--name', 'x', 'coats.txt'], /--name is for standard input/],
  ])('calls %s wrong use before it checks anything', async (_, args, message) => {
    const inFolder = args.map((arg) => (arg === '.' || arg.endsWith('.txt') ? join(folder, arg) : arg));
    const { status, out, err } = await check(inFolder);
    expect([status, out]).toEqual([2, '']);
    expect(err.replaceAll(`${folder}/`, '')).toMatch(message);
  });
});
