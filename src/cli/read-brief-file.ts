/** A brief from a file, YAML or JSON; its cohorts stand in it, or in a table beside it. */
import * as z from 'zod';
import { Brief } from '../domain/brief.ts';
import type { Cohort } from '../domain/cohort.ts';
import { readYaml } from '../guardrails/policy-file/yaml-positions.ts';
import { readTextFile } from './files.ts';
import { WrongUse } from './wrong-use.ts';

/** Throws WrongUse with every mistake by file, line and column, and where cohorts stand in both places. */
export function readBriefFile(path: string, cohorts: readonly Cohort[] | null = null): Brief {
  const text = readTextFile(path);
  if (text === null) throw new WrongUse(`There is no file ${path}.`);
  const read = readYaml(cohorts === null ? Brief : briefWith(cohorts), path, text);
  if ('value' in read) return read.value;
  const mistakes = read.mistakes.map((at) => `  ${at.file}:${at.line}:${at.column}: ${at.message}`);
  throw new WrongUse(`The brief has mistakes:\n${mistakes.join('\n')}`);
}

function briefWith(cohorts: readonly Cohort[]): z.ZodType<Brief> {
  return z.preprocess((head, context) => {
    if (typeof head !== 'object' || head === null) return head;
    if (!('cohorts' in head)) return { ...head, cohorts };
    const message = 'the cohorts come from the table; take them out here, or leave the table out';
    context.addIssue({ code: 'custom', path: ['cohorts'], message });
    return head;
  }, Brief);
}
