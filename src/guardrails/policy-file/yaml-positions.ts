/** Read a YAML text as a schema wants it; every mistake is told by file, line and column. */
import type * as z from 'zod';
import type { FileMistake } from '../../domain/brand.ts';
import { issueMistakes } from './issue-mistakes.ts';
import { parsePlaced } from './parse-placed.ts';
import { mistakeAt, plain } from './placed.ts';

/** Read a file's text. JSON is YAML too. Never throws. */
export function readYaml<Output>(
  schema: z.ZodType<Output>,
  path: string,
  text: string,
): { readonly value: Output } | { readonly mistakes: FileMistake[] } {
  const parsed = parsePlaced(path, text);
  if ('mistakes' in parsed) return parsed;
  const { placed } = parsed;
  if (!placed) return { mistakes: [mistakeAt({ file: path, line: 1, column: 1 }, 'the file is empty')] };
  const read = schema.safeParse(plain(placed));
  return read.success ? { value: read.data } : { mistakes: issueMistakes(read.error.issues, schema, placed) };
}
