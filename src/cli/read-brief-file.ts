/** A brief from a file, YAML or JSON. */
import { Brief } from '../domain/brief.ts';
import { readYaml } from '../guardrails/policy-file/yaml-positions.ts';
import { readTextFile } from './files.ts';
import { WrongUse } from './wrong-use.ts';

/** Throws WrongUse with every mistake by file, line and column. */
export function readBriefFile(path: string): Brief {
  const text = readTextFile(path);
  if (text === null) throw new WrongUse(`There is no file ${path}.`);
  const read = readYaml(Brief, path, text);
  if ('value' in read) return read.value;
  const mistakes = read.mistakes.map((at) => `  ${at.file}:${at.line}:${at.column}: ${at.message}`);
  throw new WrongUse(`The brief has mistakes:\n${mistakes.join('\n')}`);
}
