/** The streaming core of `check`: lines in, one JSON object a line out, in order and in constant memory. */
import type { Brief } from '../domain/brief.ts';
import { type Facts, factsFor } from '../domain/facts.ts';
import type { Finding, RecordedVerdict } from '../domain/finding.ts';
import type { Instant } from '../domain/instant.ts';
import type { Policy } from '../domain/policy.ts';
import { checkLine } from '../guardrails/check-line.ts';
import { type CompiledPolicy, compilePolicy } from '../guardrails/compile-policy.ts';
import { type LineToCheck, readLine } from './line-to-check.ts';
import { splitLines } from './split-lines.ts';
import { WrongUse } from './wrong-use.ts';

/** What checking a stream needs. `write` may return a promise, and the input waits for it. */
export type CheckLines = {
  readonly input: AsyncIterable<Uint8Array>;
  readonly write: (chunk: string) => Promise<void> | void;
  readonly format: 'text' | 'jsonl';
  readonly policy: Policy;
  readonly brief?: Brief | undefined;
  readonly now: Instant;
};

/** Output is handed on in pieces of about this size, and at the end of each chunk of input. */
const writeUnits = 16 * 1024;

/**
 * Check every line of a stream; gives back how many were blocked.
 * Throws WrongUse, naming the line, on bytes that are not UTF-8 and on a broken JSON line; what came before is written.
 */
export async function checkLines(given: CheckLines): Promise<{ readonly blocked: number }> {
  const policyFor = policiesByDialect(given.policy);
  const factsOf = factsByCohort();
  let blocked = 0;
  let waiting = '';
  const flush = async () => {
    const chunk = waiting;
    waiting = '';
    if (chunk !== '') await given.write(chunk);
  };
  try {
    for await (const lines of splitLines(given.input)) {
      for (const { number, bytes } of lines) {
        const line = readLine(bytes, number, given.format);
        const facts = factsOf(line, line.brief ?? given.brief, number);
        const verdict = checkLine(line, policyFor(line.dialect, number), { facts, seen: line.history, now: given.now });
        if (verdict.verdict === 'block') blocked += 1;
        waiting += `${JSON.stringify(reported(line.text, verdict))}\n`;
        if (waiting.length >= writeUnits) await flush();
      }
      await flush();
    }
  } finally {
    await flush();
  }
  return { blocked };
}

/** What is said of a line, in the order of keys that others rely on. */
function reported(text: string, { verdict, findings, graphemes, policyHash }: RecordedVerdict) {
  return { text, verdict, findings: findings.map(reportedFinding), graphemes, policyHash };
}

function reportedFinding(finding: Finding) {
  const { rule, ruleVersion, severity, kind, message, spans, field, rendering, fact, suggestion } = finding;
  return {
    rule,
    ruleVersion,
    severity,
    kind,
    message,
    spans: spans.map(({ start, end }) => ({ start, end })),
    ...(field !== undefined && { field }),
    ...(rendering !== undefined && { rendering }),
    ...(fact && { fact: { path: fact.path, ...(fact.value !== undefined && { value: fact.value }) } }),
    ...(suggestion && { suggestion: { start: suggestion.start, end: suggestion.end, text: suggestion.text } }),
  };
}

function policiesByDialect(policy: Policy): (dialect: string | undefined, number: number) => CompiledPolicy {
  const own = compilePolicy(policy);
  const compiled = new Map([[policy.dialect, own]]);
  return (dialect, number) => {
    if (dialect === undefined) return own;
    const known = compiled.get(dialect);
    if (known) return known;
    try {
      const made = compilePolicy({ ...policy, dialect });
      compiled.set(dialect, made);
      return made;
    } catch (error) {
      if (error instanceof RangeError) throw new WrongUse(`Line ${number}: ${error.message}`);
      throw error;
    }
  };
}

/** Facts of a brief are the same for all lines of a cohort, and their hash is kept by identity. */
function factsByCohort(): (line: LineToCheck, brief: Brief | undefined, number: number) => Facts | undefined {
  const known = new WeakMap<Brief, Map<string | undefined, Facts>>();
  return ({ cohort }, brief, number) => {
    if (!brief) {
      if (cohort === undefined) return undefined;
      throw new WrongUse(`Line ${number} names the cohort "${cohort}" and there is no brief; give one with --brief.`);
    }
    const ofBrief = known.get(brief) ?? new Map<string | undefined, Facts>();
    known.set(brief, ofBrief);
    const found = brief.cohorts.find(({ externalId }) => externalId === cohort);
    if (cohort !== undefined && !found)
      throw new WrongUse(
        `Line ${number} names the cohort "${cohort}", which the brief does not have; it has ${brief.cohorts
          .slice(0, 10)
          .map(({ externalId }) => externalId)
          .join(', ')}.`,
      );
    const facts = ofBrief.get(cohort) ?? factsFor(brief, found);
    ofBrief.set(cohort, facts);
    return facts;
  };
}
