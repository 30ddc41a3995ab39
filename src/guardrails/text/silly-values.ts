/** Tells what a filled-in value makes silly: "0 points", "1 points", "Hi None", "Hi there, there". */
import type { Rendering } from './rendering.ts';

/** A value in a rendering, with what stands around it. */
export type InsertedValue = { readonly printed: string; readonly before: string; readonly after: string };

/** The values of a rendering by tag, as readers see them. */
export function valuesIn({ text, inserted }: Rendering): (InsertedValue & { readonly tag: number })[] {
  return inserted.map(({ start, end, tag }) => ({
    tag,
    printed: text.slice(start, end).trim(),
    before: text.slice(0, start),
    after: text.slice(end),
  }));
}

/** What databases and languages print where they have nothing. */
export function isVoid({ printed }: InsertedValue): boolean {
  return /^(?:none|null|nil|undefined|nan|n\/a|false|true|\[object object\])$/i.test(printed);
}

/** The number that is printed, or `null` where it is none. */
export function numberIn({ printed }: InsertedValue): number | null {
  return /^-?[$€£]?\d{1,3}(?:[\d,.]{0,12}\d)?%?$/.test(printed) ? Number(printed.replace(/[$€£,%]/g, '')) : null;
}

const plainSingulars =
  /^(?:plus|less|this|was|has|its|yes|bonus|always|perhaps|across|versus|does|goes|waits|makes|gets|business|class|dress)$/;
const otherPlurals = /^(?:punkte|tage|stunden|sterne|giorni|punti|punten|dagen|items|sterren)$/;

/** True where a number counts what follows it in the plural: "points" after 120. */
export function countsPlural({ after }: InsertedValue): boolean {
  const noun =
    /^[ \u00a0](?:(?:new|reward|rewards|loyalty|bonus|extra|more|free|star) )?(?<noun>\p{L}{3,20})(?!['’\p{L}])/iu.exec(
      after,
    )?.groups?.noun;
  if (noun === undefined) return false;
  const word = noun.toLowerCase();
  return otherPlurals.test(word) || (/[^sui]s$/.test(word) && !plainSingulars.test(word));
}

/** True where the value stands as an amount of money. */
export function isMoney({ printed, before, after }: InsertedValue): boolean {
  return /[$€£]/.test(printed) || /[$€£] ?$/.test(before) || /^ ?[$€£]/.test(after);
}

// A word said twice, with no more than a comma between.
const twice = /(?<![\p{L}\p{N}'’])(?<word>\p{L}{2,30})(?:, ?| )\k<word>(?![\p{L}\p{N}'’])/giu;
const twoGreetings =
  /(?<![\p{L}\p{N}])(?:hi|hey|hello|dear|hallo|hola|bonjour|salut|ciao),? (?:hi|hey|hello|dear|hallo|hola|bonjour|salut|ciao)(?![\p{L}\p{N}])/giu;

/**
 * Where words come together twice that stand apart in the line as written. Offsets count in the rendering.
 * What a tag prints for the typical reader is a sample, and only by chance the word beside it.
 */
export function doubledIn(rendering: Rendering, typical: Rendering): { start: number; end: number } | null {
  const { text } = rendering;
  for (const shape of [twice, twoGreetings])
    for (const { 0: found, index } of text.matchAll(shape)) {
      const origin = rendering.origin();
      const [start, end] = [index, index + found.length];
      const distance = (origin[end - 1] ?? 0) - (origin[start] ?? 0);
      if (distance !== end - 1 - start && !isBySample(rendering, typical, start, end)) return { start, end };
    }
  return null;
}

function isBySample(rendering: Rendering, typical: Rendering, start: number, end: number): boolean {
  const samples = new Map(typical.inserted.map((value) => [value.tag, typical.text.slice(value.start, value.end)]));
  return rendering.inserted.some(
    (value) =>
      value.start < end && start < value.end && samples.get(value.tag) === rendering.text.slice(value.start, value.end),
  );
}

const afterPreposition =
  /(?<![\p{L}\p{N}])(?:for|with|from|to|by|about|of|and|like|dear|meet|thanks|thank you|happy birthday) $/iu;

/** What is wrong with a fallback where it stands, in words; `null` where it reads well. */
export function oddFallback({ printed, before, after }: InsertedValue): string | null {
  const words = printed.toLowerCase();
  if (words === 'there' && afterPreposition.test(before))
    return `"there" stands for nobody after "${lastWords(before)}"`;
  if (/^['’]s(?!\p{L})/u.test(after) && /(?:^| )(?:there|you|your|hi|hey|hello)$/.test(words))
    return `"${printed}${after.slice(0, 2)}" is no possessive`;
  return null;
}

function lastWords(text: string): string {
  return text.trim().split(' ').slice(-1).join(' ');
}
