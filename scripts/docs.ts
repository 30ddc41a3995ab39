/** Writes the generated head of every rule's page; with `--check` only says which pages are out of date. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { catalogue } from '../src/guardrails/catalogue.ts';
import { indexPage, rulePage } from './rule-page.ts';

const folder = 'docs/rules';
const isCheck = process.argv.includes('--check');

mkdirSync(folder, { recursive: true });
const pages = [
  ...catalogue.map((rule) => ({
    path: `${folder}/${rule.id}.md`,
    write: (page: string | null) => rulePage(rule, page),
  })),
  { path: `${folder}/README.md`, write: () => indexPage(catalogue) },
];

const outOfDate = pages.filter(({ path, write }) => {
  const before = existsSync(path) ? readFileSync(path, 'utf8') : null;
  const after = write(before);
  if (before === after) return false;
  if (!isCheck) writeFileSync(path, after);
  return true;
});

for (const { path } of outOfDate) console.log(isCheck ? `${path} is out of date; run npm run docs` : `wrote ${path}`);
if (isCheck && outOfDate.length > 0) process.exitCode = 1;
