/** The pages behind a problem's `type`: docs/problems.md, one section a code. */
import { readFileSync } from 'node:fs';
import type { RequestHandler } from 'express';
import { Problem } from '../domain/problem.ts';

/** Answers `/problems/:code` with what happened and what to do. Throws `not-found` for a code nobody uses. */
export function problemsPage(): RequestHandler<{ code: string }> {
  const sections = problemSections(readFileSync(new URL('../../docs/problems.md', import.meta.url), 'utf8'));
  return (request, response) => {
    const { code } = request.params;
    const section = sections.get(code);
    if (section === undefined) throw new Problem('not-found', `No problem is called ${JSON.stringify(code)}.`);
    response.type('html').send(pageOf(code, section));
  };
}

/** The sections of the page by the code in their heading. */
export function problemSections(markdown: string): ReadonlyMap<string, string> {
  const parts = markdown.split(/^## /m).slice(1);
  return new Map(
    parts.map((part) => {
      const [heading = '', ...lines] = part.split('\n');
      return [heading.replaceAll('`', '').trim(), lines.join('\n').trim()];
    }),
  );
}

function pageOf(code: string, section: string): string {
  const paragraphs = section.split(/\n{2,}/).map((paragraph) => `    <p>${inline(paragraph)}</p>`);
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${code} · Linewright</title>
  </head>
  <body>
    <h1>${code}</h1>
${paragraphs.join('\n')}
  </body>
</html>
`;
}

function inline(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return escaped.replaceAll(/`([^`]+)`/g, '<code>$1</code>').replaceAll(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>');
}
