/** Keeps a line from telling readers what the shop believes to know of their bodies, beliefs and troubles. */
import * as z from 'zod';
import type { DeclaredTopic } from '../../domain/cohort.ts';
import type { Span } from '../../domain/finding.ts';
import { defineRule, nothing, type RuleContext, type Sighting } from '../rule.ts';
import type { TermFinder, TermHit } from '../text/find-terms.ts';
import { languageOf } from '../text/language.ts';
import type { ParsedLine } from '../text/parsed-line.ts';
import { nameTagsIn, secondPersonIn } from '../text/reader-address.ts';
import { cohortReader, type Reason, type ReasonsOf } from '../text/sensitive-cohort.ts';
import {
  allusionEntries,
  sensitiveTopics,
  type Topic,
  type TopicEntry,
  termEntries,
  topicExceptions,
} from '../text/sensitive-topics.ts';
import { widestHits } from '../text/widest-hits.ts';

const Words = z.string().trim().min(1).max(100);
const ids = sensitiveTopics.map(({ id }) => id);

const Options = z.strictObject({
  /** The topics to watch over, of those that the lexicon has. */
  categories: z.array(z.enum(ids)).default([...ids]),
  /** The brand's own sensitive terms, never to be said to a reader. */
  terms: z.array(Words).max(1000).default([]),
  /** Phrases in which a term means something else, besides those known. */
  exceptions: z.array(Words).max(10_000).default([]),
});

type Prepared = {
  readonly said: readonly TopicEntry[];
  readonly saidFinder: TermFinder;
  readonly alluded: readonly TopicEntry[];
  readonly alludedFinder: TermFinder;
  /** What of a cohort shows that it is made by a topic, by topic. */
  readonly reasonsOf: ReasonsOf;
};

/** See docs/rules/sensitive-inference.md. */
export const sensitiveInference = defineRule({
  id: 'sensitive-inference',
  version: 1,
  summary: 'The line tells no reader what the shop believes to know of their health, beliefs, body or money.',
  options: Options,
  on: true,
  severity: 'block',
  alsoPreheader: true,
  wakes: ['terms'],
  examples: {
    good: [
      { line: 'Maternity styles, now 20% off', because: 'A department; nobody is addressed.' },
      { line: 'Diwali edit: light it up' },
      { line: 'Your baby tee, now in oat' },
      {
        line: 'Your maternity edit is here',
        facts: {
          cohort: {
            externalId: 'm',
            name: 'Expecting',
            who: 'Told us they expect',
            bought: [],
            declared: ['pregnancy'],
          },
        },
        because: 'They said so themselves.',
      },
    ],
    bad: [
      { line: '[|{FNAME}|], stock up on [|diapers|]' },
      { line: '[|Your|] [|pregnancy|] must-haves' },
      { line: 'Because [|you turned 60|]' },
      {
        line: 'Room for the [|little one|]',
        facts: { cohort: { externalId: 'm', name: 'Second trimester', who: 'Bought maternity jeans', bought: [] } },
        because: 'For this cohort the words tell; for others they would pass.',
      },
    ],
  },
  prepare: ({ categories, terms, exceptions }, ground): Prepared => {
    const topics = sensitiveTopics.filter(({ id }) => categories.includes(id));
    const own: Topic = { ...ownTopic, terms };
    const said = termEntries([...topics, own]);
    const alluded = allusionEntries(topics);
    const spared = [...topicExceptions(topics), ...exceptions];
    return {
      said,
      saidFinder: ground.terms(said, spared),
      alluded,
      alludedFinder: ground.terms(alluded, spared),
      reasonsOf: cohortReader(topics, spared),
    };
  },
  check(line, context) {
    const { prepared, facts, locale } = context;
    const language = languageOf(locale);
    const reasons = facts?.cohort ? prepared.reasonsOf(facts.cohort, language) : noReasons;
    const said = meant(prepared.saidFinder.find(line), prepared.said, line, context);
    const alluded = reasons.size === 0 ? [] : meant(prepared.alludedFinder.find(line), prepared.alluded, line, context);
    if (said.length === 0 && alluded.length === 0) return nothing;
    return sightings(line, said, alluded, reasons, context);
  },
});

const ownTopic: Topic = {
  id: 'own',
  named: 'what this brand keeps to itself',
  declared: [],
  terms: [],
  words: [],
  allusions: [],
  cohort: [],
  exceptions: [],
  elsewhere: [],
  foreign: {},
};

const noReasons: ReadonlyMap<Topic, Reason> = new Map();
const knownLanguages: ReadonlySet<string> = new Set(sensitiveTopics.flatMap(({ foreign }) => Object.keys(foreign)));

type Meant = { readonly hit: TermHit; readonly entry: TopicEntry };

/** Hits in the language of the line, of topics these readers have not declared, and about what they seem to be about. */
function meant(
  hits: readonly TermHit[],
  entries: readonly TopicEntry[],
  line: ParsedLine,
  { facts, locale }: RuleContext<Prepared>,
): Meant[] {
  if (hits.length === 0) return [];
  const spoken = languageOf(locale);
  const language = knownLanguages.has(spoken) ? spoken : 'en';
  const declared: readonly DeclaredTopic[] = facts?.cohort?.declared ?? [];
  const found = hits.flatMap((hit): Meant[] => {
    const entry = entries[hit.index];
    if (!entry || entry.language !== language) return [];
    if (entry.topic.declared.some((topic) => declared.includes(topic)) || isAboutElse(line, entry)) return [];
    return [{ hit, entry }];
  });
  const widest = new Set(widestHits(found.map(({ hit }) => hit)));
  return found.filter(({ hit }) => widest.has(hit));
}

function isAboutElse(line: ParsedLine, { topic, listed }: TopicEntry): boolean {
  if (topic.elsewhere.length === 0) return false;
  const words = new Set(line.folded().text.split(/[^\p{L}\p{N}]+/u));
  return topic.elsewhere.some(({ of, words: others }) => {
    return (!of || of.includes(listed)) && others.some((word) => words.has(word));
  });
}

function sightings(
  line: ParsedLine,
  said: readonly Meant[],
  alluded: readonly Meant[],
  reasons: ReadonlyMap<Topic, Reason>,
  { locale }: RuleContext<Prepared>,
): readonly Sighting[] {
  const [person] = [...nameTagsIn(line), ...secondPersonIn(line, locale)];
  const found = new Map<number, Sighting>();
  for (const { hit, entry } of [...said, ...alluded]) {
    const reason = reasons.get(entry.topic);
    const isSaid = said.some((each) => each.hit === hit);
    if (found.has(hit.span.start) || (!reason && !(isSaid && person))) continue;
    found.set(hit.span.start, reason ? alluding(line, hit, entry, reason) : telling(line, hit, entry, person));
  }
  return [...found.values()];
}

function telling(line: ParsedLine, { span, rendering }: TermHit, { topic }: TopicEntry, person?: Span): Sighting {
  const written = line.text.slice(span.start, span.end);
  const isApart = person !== undefined && (person.end <= span.start || person.start >= span.end);
  const who = isApart ? ` together with "${line.text.slice(person.start, person.end)}"` : '';
  return {
    message: `"${written}"${who} tells readers what the shop believes of them (${topic.named}), and others who see their screen; speak of the thing and to nobody.`,
    spans: isApart ? [span, person] : [span],
    ...(rendering !== undefined && { rendering }),
  };
}

function alluding(line: ParsedLine, { span, rendering }: TermHit, { topic }: TopicEntry, reason: Reason): Sighting {
  return {
    message: `"${line.text.slice(span.start, span.end)}" alludes to ${topic.named}, by which the brief chose these readers (${reason.value}); they did not declare it, so leave it out.`,
    spans: [span],
    fact: reason,
    ...(rendering !== undefined && { rendering }),
  };
}
