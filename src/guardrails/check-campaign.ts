/** What is to be said of a campaign as a whole, once: too many cohorts, a fact its lines would need. */
import type { Brief } from '../domain/brief.ts';
import type { Finding } from '../domain/finding.ts';
import type { Instant } from '../domain/instant.ts';
import type { CompiledPolicy, CompiledRule } from './compile-policy.ts';
import { findingOf, inOrder, uncheckable } from './finding-of.ts';

/** A campaign has no line that a span could lie in. */
const noLine = { text: '', preheader: null };

/**
 * Ask every rule of the policy about the brief. Never throws: a rule that does becomes a blocking finding of its own.
 * A fact that several rules lack is told once.
 */
export function checkCampaign(brief: Brief, policy: CompiledPolicy, now: Instant): Finding[] {
  const lacking = new Set<string>();
  const isNews = ({ kind, fact }: Finding) => {
    if (kind !== 'not-evaluable' || !fact) return true;
    return !lacking.has(fact.path) && lacking.add(fact.path) === lacking;
  };
  return policy.rules
    .flatMap((compiled) => findingsOf(compiled, brief, now))
    .filter(isNews)
    .sort(inOrder);
}

function findingsOf(compiled: CompiledRule, brief: Brief, now: Instant): Finding[] {
  if (!compiled.checkCampaign) return [];
  try {
    const sightings = [...compiled.checkCampaign(brief, now)];
    return sightings.map((sighting) => findingOf(sighting, compiled, noLine, 'subject', true));
  } catch {
    return [uncheckable(compiled, 'subject')];
  }
}
