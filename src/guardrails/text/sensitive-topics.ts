/** The sensitive topics of the lexicon, made ready to be looked for: terms, allusions, and what makes a cohort. */
import * as z from 'zod';
import sensitive from '../../../data/lexicons/sensitive.json' with { type: 'json' };
import { DeclaredTopic } from '../../domain/cohort.ts';
import type { TermEntry } from './terms/term.ts';

const Words = z.array(z.string());

const Topic = z.strictObject({
  id: z.string(),
  /** As a message speaks of it. */
  named: z.string(),
  /** What readers may have declared so that the topic is theirs to be addressed by. */
  declared: z.array(DeclaredTopic),
  terms: Words,
  /** Terms that take no ending. */
  words: Words.default([]),
  allusions: Words,
  /** What makes a cohort one of this topic, besides the terms. */
  cohort: Words.default([]),
  exceptions: Words.default([]),
  elsewhere: z.array(z.strictObject({ of: Words.optional(), words: Words })).default([]),
  foreign: z.record(z.string(), Words).default({}),
});
export type Topic = z.infer<typeof Topic>;

/** Every topic of the lexicon. */
export const sensitiveTopics: readonly Topic[] = z.array(Topic).parse(sensitive.categories);

/** A term of a topic as it is looked for. */
export type TopicEntry = TermEntry & {
  readonly topic: Topic;
  /** The term as the lexicon has it; the same for all years of one template. */
  readonly listed: string;
  /** The language it counts in. */
  readonly language: string;
};

/** What a line must not say to a reader. */
export function termEntries(topics: readonly Topic[]): TopicEntry[] {
  return topics.flatMap((topic) => [
    ...topic.terms.flatMap((term) => entries(topic, term, 'inflect', 'en')),
    ...topic.words.flatMap((term) => entries(topic, term, 'word', 'en')),
    ...Object.entries(topic.foreign).flatMap(([language, terms]) =>
      terms.flatMap((term) => entries(topic, term, 'word', language)),
    ),
  ]);
}

/** What a line may not even hint at where the cohort is made by the topic. */
export function allusionEntries(topics: readonly Topic[]): TopicEntry[] {
  return topics.flatMap((topic) => topic.allusions.flatMap((term) => entries(topic, term, 'inflect', 'en')));
}

/** What in the words of a cohort shows that it is made by the topic. */
export function cohortEntries(topics: readonly Topic[]): TopicEntry[] {
  const described = topics.flatMap((topic) => topic.cohort.flatMap((term) => entries(topic, term, 'inflect', 'en')));
  return [...termEntries(topics), ...described];
}

/** Phrases in which a term means something else; "baby tee" spares "your baby" in "your baby tee" too. */
export function topicExceptions(topics: readonly Topic[]): string[] {
  return topics.flatMap(({ terms, words, exceptions }) => {
    const addressed = [...terms, ...words].filter((term) => term.startsWith('your '));
    return exceptions.flatMap(filled).flatMap((phrase) => {
      const whole = addressed.filter((term) => phrase.startsWith(term.replace(/^your (?:new )?/u, '')));
      return [
        phrase,
        ...new Set(whole.map((term) => (term.startsWith('your new ') ? `your new ${phrase}` : `your ${phrase}`))),
      ];
    });
  });
}

function entries(topic: Topic, listed: string, mode: TermEntry['mode'], language: string): TopicEntry[] {
  return filled(listed).map((term) => ({ term, mode, topic, listed, language }));
}

const [youngest, oldest] = [18, 90];

/** A template for each year of life it can mean. */
function filled(template: string): string[] {
  if (!template.includes('{')) return [template];
  const ages = Array.from({ length: oldest - youngest + 1 }, (_, years) => years + youngest);
  const meant =
    template.includes('{age}s') || template.includes('{decade}') ? ages.filter((age) => age % 10 === 0) : ages;
  return meant.map((age) => template.replace(/\{(?:age|decade)\}/u, String(age)).replace('{ordinal}', ordinal(age)));
}

function ordinal(number: number): string {
  const isTeen = number % 100 >= 11 && number % 100 <= 13;
  return `${number}${(!isTeen && ['th', 'st', 'nd', 'rd'][number % 10]) || 'th'}`;
}
