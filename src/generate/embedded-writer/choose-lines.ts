/** Chooses among drafts so that a set reads like one person's work: many angles, one line a shape, few tricks. */
import { exemplarVoice } from '../../brandvoice/exemplar-voice.ts';
import { usualScores, voiceNumber } from '../../brandvoice/voice-score.ts';
import type { Brand } from '../../domain/brand.ts';
import type { Angle } from '../../domain/candidate.ts';
import type { Draft } from './fill-shape.ts';
import { inSeededOrder, seededShare } from './seeded-order.ts';
import { similarity } from './similarity.ts';

// Above this share of common letter pairs two short lines read as one line twice (found by reading sets aloud).
const tooAlike = 0.62;

/** How often a habit may show in a set: once in so many lines. */
const habits: readonly { readonly pattern: (draft: Draft) => boolean; readonly onceIn: number }[] = [
  { pattern: hasDeal, onceIn: 2 },
  { pattern: ({ text }) => text.includes('?'), onceIn: 5 },
  { pattern: ({ text }) => /:(?!\s*['"])/u.test(text.replace(/\{\{.*?\}\}|%%.*?%%/gu, '')), onceIn: 7 },
  { pattern: ({ text }) => /^how /iu.test(text), onceIn: 10 },
  { pattern: ({ text }) => /^for /iu.test(text), onceIn: 8 },
  { pattern: ({ text }) => /^what /iu.test(text), onceIn: 8 },
];

/** What a choice heeds besides the drafts. */
export type Choice = {
  readonly count: number;
  readonly seed: string;
  /** Lines that must not come again, nor anything close to them. */
  readonly taken: readonly string[];
  readonly brand: Brand;
  /** Angles that carry this mail; they come first. */
  readonly leading: readonly Angle[];
};

/** Up to `count` drafts. The first ones differ in angle as long as there are angles. */
export function chooseLines(drafts: readonly Draft[], choice: Choice): Draft[] {
  const chosen: Draft[] = [];
  let waiting = allowed(drafts, choice);
  let round = new Set<Angle>();
  while (chosen.length < choice.count) {
    const open = waiting.filter((draft) => isInMeasure(draft, chosen));
    const turn = open.filter(({ angle }) => !round.has(angle));
    // Half of a set speaks of the very things that are shown; the rest may speak of the day they are for.
    const isNameDue = chosen.filter(({ names }) => names).length * 2 <= chosen.length;
    const next = (isNameDue ? turn.find(({ names }) => names) : undefined) ?? turn[0] ?? open[0];
    if (!next) break;
    waiting = waiting.filter((draft) => draft !== next);
    // Compared only when its turn comes: comparing every pair of drafts would cost a hundred times as much.
    if (isTwin(next, [...chosen.map(ownWords), ...choice.taken])) continue;
    if (round.has(next.angle)) round = new Set();
    round.add(next.angle);
    chosen.push(next);
    waiting = waiting.filter((draft) => draft.shape !== next.shape && opening(draft) !== opening(next));
  }
  return chosen;
}

/** Drafts by distance, then leading angles before the others, which take turns as the seed says. */
function allowed(drafts: readonly Draft[], { seed, taken, brand, leading }: Choice): Draft[] {
  const worn = brand.profile.voice.avoid.map((phrase) => phrase.toLowerCase());
  const known = new Set([...taken, ...brand.profile.exemplars.map(({ text }) => text)].map(bare));
  const fresh = drafts.filter(
    ({ text }) => !known.has(bare(text)) && !worn.some((phrase) => text.toLowerCase().includes(phrase)),
  );
  const used = new Set(drafts.filter(({ text }) => known.has(bare(text))).map(({ shape }) => shape));
  const turnOf = (angle: Angle) =>
    leading.includes(angle) ? leading.indexOf(angle) - leading.length : seededShare(seed, angle);
  return inSeededOrder(fresh, seed, ({ text }) => text)
    .map((draft) => ({
      draft,
      distance: distanceOf(draft) + offVoice(draft, brand) + (used.has(draft.shape) ? usedShape : 0),
    }))
    .sort((a, b) => a.distance - b.distance || turnOf(a.draft.angle) - turnOf(b.draft.angle))
    .map(({ draft }) => draft);
}

/** Half a step for a draft that sounds less like the brand than nine of ten of its own lines. */
function offVoice({ text }: Draft, { profile }: Brand): number {
  const voice = exemplarVoice(profile);
  const usual = usualScores(voice);
  return usual !== null && voiceNumber(voice, text) < usual.from ? 0.5 : 0;
}

// A shape the cohort has a line of comes again only after all others, with another thing in it.
const usedShape = 10;

// A very short line is a fine exception and a poor rule.
const briefGraphemes = 22;

/**
 * 0 for a line that carries the offer or the fault or says what sets the cohort apart, 1 for one made for this sort of
 * thing, 2 for one that fits any.
 */
function distanceOf(draft: Draft): number {
  const { fault, text, ...shape } = draft.shape;
  if (hasDeal(draft) || (fault && fault !== 'any') || shape.needs.includes('away')) return 0;
  const isMade =
    shape.for || shape.only || shape.had || shape.sale || /\{(?:claim|promise|because|.*have)\}/u.test(text);
  return (isMade ? 1 : 2) + (draft.graphemes < briefGraphemes ? 0.5 : 0);
}

function hasDeal({ shape }: Draft): boolean {
  return /\{(?:coming )?deal\}|\{cut\}|^Half off/u.test(shape.text);
}

// Five lines of eight about ecru would say that there is nothing else.
const sameColorOnceIn = 4;

function isInMeasure(draft: Draft, chosen: readonly Draft[]): boolean {
  const alike = draft.color === null ? [] : chosen.filter(({ color }) => color === draft.color);
  if (alike.length >= Math.ceil((chosen.length + 1) / sameColorOnceIn)) return false;
  return habits.every(({ pattern, onceIn }) => {
    if (!pattern(draft)) return true;
    return chosen.filter(pattern).length < Math.ceil((chosen.length + 1) / onceIn);
  });
}

function isTwin(draft: Draft, others: readonly string[]): boolean {
  return others.some((text) => similarity(text, ownWords(draft)) >= tooAlike);
}

/** The line without the offer's words, which several lines of a set must share to the letter. */
function ownWords({ text, deal }: Draft): string {
  const at = deal === null ? -1 : text.toLowerCase().indexOf(deal.toLowerCase());
  return deal === null || at < 0 ? text : `${text.slice(0, at)}%${text.slice(at + deal.length)}`;
}

/** No two lines of a set open alike; so no two greet by name, for every greeting opens with "Hi" and the tag. */
function opening(draft: Draft): string {
  return ownWords(draft).toLowerCase().split(/\s+/u).slice(0, 2).join(' ');
}

function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
