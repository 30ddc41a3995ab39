/** Checking lines that people wrote, by the policy their brand has published. Nothing is stored. */
import { setImmediate } from 'node:timers/promises';
import type { BrandVoices } from '../brandvoice/brand-voices.ts';
import { type CheckedLines, type LinesToCheck, type LineToCheck, seenBefore } from '../domain/line-to-check.ts';
import { nearestName } from '../domain/nearest-name.ts';
import type { Policy } from '../domain/policy.ts';
import { Problem } from '../domain/problem.ts';
import { ruleById } from '../guardrails/catalogue.ts';
import { checkCampaign } from '../guardrails/check-campaign.ts';
import { checkLine } from '../guardrails/check-line.ts';
import { type CompiledPolicies, compiledPolicies } from '../guardrails/compiled-policies.ts';
import { onlyRules } from '../guardrails/default-policy.ts';
import { lineGrounds } from '../guardrails/line-grounds.ts';
import { reportedLine } from '../guardrails/reported-line.ts';
import type { BrandStore } from '../ports/brand-store.ts';
import type { Moment } from '../ports/moment.ts';

/** Lines checked between two turns of the event loop: some milliseconds' worth. */
const sliceLines = 25;
/** As much text, or as many lines of a history, weigh as much as one more line. */
const unitsPerLine = 100;
const seenPerLine = 20;
/** Mistakes listed at once; nobody reads more. */
const maxListed = 100;

/**
 * Checks lines for one of the brands the caller may see.
 * Throws `not-found` for another brand, and `invalid-request` with each name (cohort, dialect, rule) that nobody knows.
 */
export function checkingLines(parts: {
  readonly brands: Pick<BrandStore, 'brand'>;
  readonly compiled: CompiledPolicies;
  readonly moment: Moment;
  readonly voices: BrandVoices;
}) {
  // Policies narrowed to some rules, or in another dialect, have a shelf of their own, or they would push the others off.
  const variants = compiledPolicies();
  return async (brandIds: readonly string[], asked: LinesToCheck, signal: AbortSignal): Promise<CheckedLines> => {
    const inForce = brandIds.includes(asked.brand) ? await parts.brands.brand(asked.brand) : null;
    if (!inForce) throw new Problem('not-found', `There is no brand ${JSON.stringify(asked.brand)} among yours.`);
    const published = inForce.release.policy;
    const unknownRules = (asked.rules ?? []).flatMap(unknownRule);
    const policy = asked.rules && unknownRules.length === 0 ? onlyRules(published, asked.rules) : published;
    const compile = (wanted: Policy) => (wanted === published ? parts.compiled(wanted) : variants(wanted));
    const grounds = lineGrounds(policy, compile);
    refuse([...unknownRules, ...unknownNames(asked, grounds)]);

    const now = asked.now ?? parts.moment.now();
    const lines: CheckedLines['lines'][number][] = [];
    const { policy: compiled } = grounds.of({}, undefined);
    const campaign = asked.brief ? checkCampaign(asked.brief, compiled, now) : [];
    const dialects = new Set<string | undefined>();
    const voice = asked.voice ? await parts.voices(asked.brand) : null;
    let weight = 0;
    for (const line of asked.lines) {
      // A new dialect compiles the policy anew, which takes as long as a slice.
      const isNewDialect = line.dialect !== undefined && !dialects.has(line.dialect);
      if (weight > 0 && (isNewDialect || weight + weightOf(line) > sliceLines)) {
        await setImmediate();
        if (signal.aborted) throw new Problem('bad-request', 'The caller left before the lines were checked.');
        weight = 0;
      }
      dialects.add(line.dialect);
      const { policy: byDialect, facts } = grounds.of(line, asked.brief);
      const verdict = checkLine(line, byDialect, { facts, seen: seenBefore(line), now });
      lines.push({ ...reportedLine(line.text, verdict), ...(voice && { voice: voice(line.text) }) });
      weight += weightOf(line);
    }
    return { policyHash: compiled.policyHash, campaign, lines };
  };
}

function weightOf({ text, preheader, history }: LineToCheck): number {
  const units = text.length + (preheader?.length ?? 0);
  return 1 + units / unitsPerLine + (history?.length ?? 0) / seenPerLine;
}

/** What is wrong at a place; put into words only where it is listed. */
type Found = { readonly pointer: string; readonly say: () => string };

function unknownRule(id: string, index: number): Found[] {
  return ruleById.has(id) ? [] : [{ pointer: `#/rules/${index}`, say: () => whyNoRule(id) }];
}

function whyNoRule(id: string): string {
  const known = [...ruleById.keys()];
  const near = nearestName(id, known);
  const hint = near === null ? `known are ${known.join(', ')}.` : `did you mean ${JSON.stringify(near)}?`;
  return `There is no rule ${JSON.stringify(id)}; ${hint}`;
}

function unknownNames({ lines, brief }: LinesToCheck, grounds: ReturnType<typeof lineGrounds>): Found[] {
  return lines.flatMap((line, index) => {
    const unknown = grounds.unknownIn(line, brief);
    return unknown ? [{ pointer: `#/lines/${index}/${unknown.member}`, say: unknown.say }] : [];
  });
}

function refuse(mistakes: readonly Found[]): void {
  if (mistakes.length === 0) return;
  const listed = mistakes.slice(0, maxListed).map(({ pointer, say }) => ({ pointer, detail: say() }));
  const count = mistakes.length === 1 ? 'a mistake' : `${mistakes.length} mistakes`;
  const shown = mistakes.length > listed.length ? `the first ${listed.length} are listed` : 'see errors';
  throw new Problem('invalid-request', `The request has ${count}; ${shown}.`, { mistakes: listed });
}
