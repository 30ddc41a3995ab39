/** Says what the API document lacks: words, examples, examples that fit their schemas. Exit status 1 where it lacks something. */
import type { Route } from '../src/http/contracts/route.ts';
import { routes } from '../src/http/contracts/routes.ts';
import { documentGaps } from '../test/http/support/document-gaps.ts';

const all: readonly Route[] = routes;
const gaps = all.flatMap(documentGaps);
for (const gap of gaps) console.log(gap);
if (gaps.length > 0) process.exitCode = 1;
