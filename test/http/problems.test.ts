import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ProblemCode, problems } from '../../src/domain/problem.ts';
import { problemStatus } from '../../src/http/contracts/problem-document.ts';
import { problemSections } from '../../src/http/problems-page.ts';
import { type ServedApp, servedApp } from './support/served-app.ts';

const sections = problemSections(readFileSync('docs/problems.md', 'utf8'));
const codes = Object.keys(problems).map((code) => [code]);

let app: ServedApp;
beforeAll(async () => {
  app = await servedApp();
});
afterAll(() => app.close());

describe('the table of problems', () => {
  it('is explained on docs/problems.md, each code and no other', () => {
    expect([...sections.keys()].sort()).toEqual(Object.keys(problems).sort());
  });

  it('has a status for each code and no other', () => {
    expect(Object.keys(problemStatus).sort()).toEqual(Object.keys(problems).sort());
  });

  it.each(codes)('has the status of %s on the page too, with what to do', (code) => {
    const statuses: Readonly<Record<string, number>> = problemStatus;
    expect(sections.get(code ?? '')).toMatch(
      new RegExp(`^\\*\\*Status ${statuses[code ?? '']}\\.\\*\\* [^]+\\n\\nWhat to do: .+\\.$`),
    );
  });
});

describe('the address of a problem', () => {
  it.each(codes)('explains %s', async (code) => {
    const { status, text, headers } = await app.send('GET', `/problems/${code}`);
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(text).toContain(`<h1>${code}</h1>`);
    expect(text).toContain('What to do: ');
    expect(text).not.toMatch(/`|\*\*/);
  });

  it('of a code nobody uses answers 404', async () => {
    const code: ProblemCode = 'not-found';
    const { status, body } = await app.send('GET', '/problems/__proto__');
    expect([status, body]).toMatchObject([404, { code }]);
  });
});
