/** Check one line against a compiled policy. Fails closed: what cannot be checked is held back. */
import { type Facts, factsHash } from '../domain/facts.ts';
import { type Finding, type RecordedVerdict, type SeenLine, verdictOf } from '../domain/finding.ts';
import type { Instant } from '../domain/instant.ts';
import type { CompiledPolicy, CompiledRule } from './compile-policy.ts';
import { findingOf, inOrder, uncheckable } from './finding-of.ts';
import type { Circumstances } from './rule.ts';
import { countGraphemes, unicodeVersion } from './text/graphemes.ts';
import { type ParsedLine, parseLine } from './text/parsed-line.ts';
import { isWoken, wakeBits } from './wake.ts';

/** What a line is checked with besides the policy. */
export type CheckGiven = {
  readonly facts?: Facts | undefined;
  /** Lines these readers may have seen before. */
  readonly seen?: readonly SeenLine[] | undefined;
  readonly now: Instant;
};

/** A line as written, with its preheader where it has one. */
export type LineText = { readonly text: string; readonly preheader?: string | null | undefined };

/** A rule that sees more than this in one line has made its point; the rest is left out. */
const maxSightings = 100;

const noLines: readonly SeenLine[] = [];

/**
 * Run every rule of the policy over a line; none stops the others, so that the audit sees every reason.
 * Never throws: a rule that does becomes a blocking finding of its own. The same arguments give the same verdict.
 */
export function checkLine(line: LineText, policy: CompiledPolicy, given: CheckGiven): RecordedVerdict {
  const findings: Finding[] = [];
  let graphemes = 0;
  try {
    graphemes = lookThrough(line, policy, given, findings);
  } catch {
    graphemes = countGraphemes(line.text);
    // A line that cannot even be parsed is one that no rule could check.
    for (const compiled of policy.rules) findings.push(uncheckable(compiled, 'subject'));
  }
  if (findings.length > 1) findings.sort(inOrder);
  return {
    verdict: verdictOf(findings),
    findings,
    graphemes,
    policyHash: policy.policyHash,
    basis: {
      policyHash: policy.policyHash,
      factsHash: given.facts ? factsHash(given.facts) : null,
      now: given.now,
      neighbours: [...(given.seen ?? noLines)],
      unicodeVersion,
    },
  };
}

function lookThrough(line: LineText, policy: CompiledPolicy, given: CheckGiven, findings: Finding[]): number {
  const circumstances = circumstancesOf(policy, given);
  const { attributes } = circumstances;
  const subject = parseLine(line, policy.dialect, attributes);
  const bits = wakeBits(subject, circumstances, policy.words);
  for (const compiled of policy.rules)
    if (isWoken(compiled.waking, subject, bits)) look(compiled, subject, 'subject', circumstances, findings);
  if (!line.preheader) return subject.graphemes();
  const preheader = parseLine({ text: line.preheader }, policy.dialect, attributes);
  const preheaderBits = wakeBits(preheader, circumstances, policy.words);
  for (const compiled of policy.rules)
    if (compiled.rule.alsoPreheader && isWoken(compiled.waking, preheader, preheaderBits))
      look(compiled, preheader, 'preheader', circumstances, findings);
  return subject.graphemes();
}

let last: { readonly policy: CompiledPolicy; readonly circumstances: Circumstances } | undefined;

/** The same object for the lines of a batch, so that no rule needs its own made anew. */
function circumstancesOf(policy: CompiledPolicy, { facts, now, seen = noLines }: CheckGiven): Circumstances {
  const known = last?.circumstances;
  if (known && last?.policy === policy && known.facts === facts && known.now === now && known.seen === seen)
    return known;
  const { locale, market } = facts ?? policy.policy;
  const circumstances = { facts, attributes: policy.attributesWith(facts), seen, now, locale, market };
  last = { policy, circumstances };
  return circumstances;
}

function look(
  compiled: CompiledRule,
  line: ParsedLine,
  field: 'subject' | 'preheader',
  circumstances: Circumstances,
  findings: Finding[],
): void {
  const before = findings.length;
  const hasBrief = circumstances.facts !== undefined;
  try {
    const sightings = compiled.check(line, circumstances);
    if (Array.isArray(sightings) && sightings.length === 0) return;
    for (const sighting of sightings) {
      const finding = findingOf(sighting, compiled, line, field, hasBrief);
      // A missing fact is missing for the subject and the preheader alike; once is enough.
      if (field === 'preheader' && finding.kind === 'not-evaluable' && saidBefore(findings, finding)) continue;
      findings.push(finding);
      if (findings.length - before >= maxSightings) return;
    }
  } catch {
    findings.push(uncheckable(compiled, field));
  }
}

function saidBefore(findings: readonly Finding[], finding: Finding): boolean {
  return findings.some((other) => other.rule === finding.rule && other.kind === finding.kind);
}
