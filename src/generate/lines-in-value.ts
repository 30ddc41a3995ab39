/** Find subject lines in a value read from a model's reply, whatever names it gave them. */
import { Angle } from '../domain/candidate.ts';

/** One line as the writer gave it, to the letter. */
export type DraftedLine = { readonly text: string; readonly preheader: string | null; readonly angle: Angle };

/** What was found, and a sentence for each entry that could not be used. */
export type FoundLines = { readonly lines: DraftedLine[]; readonly leftOut: string[] };

/** Far above any subject line (the hard limit of most platforms is 255); a longer one is no line but a torn reply. */
export const maxLineLength = 1_000;

const textKeys = ['text', 'subject', 'subject_line', 'subjectline', 'line', 'headline', 'title'];
const preheaderKeys = ['preheader', 'pre_header', 'preview', 'preview_text', 'previewtext', 'preheader_text'];
const listKeys =
  /^(candidates?|subjects?|subject_?lines?|lines?|variants?|options?|items?|results?|suggestions?|data)$/;
// {"1": "…", "subject_2": "…"}: a map instead of a list.
const countedKey = /^(subject|subject_?line|line|option|variant|candidate)?_?\d{1,3}$/;

/** Lines of a value: a list, a map with a list in it, or a map from a number or an angle to a line. */
export function linesInValue(value: unknown, found: FoundLines = { lines: [], leftOut: [] }): FoundLines {
  if (Array.isArray(value)) for (const element of value) takeElement(element, found);
  else if (isMap(value)) takeMap(value, found);
  return found;
}

function takeElement(element: unknown, found: FoundLines): void {
  if (typeof element === 'string') take(element, null, 'other', found);
  else if (Array.isArray(element)) linesInValue(element, found);
  else if (isMap(element)) takeMap(element, found);
  else found.leftOut.push('an entry was not a text');
}

function takeMap(map: Readonly<Record<string, unknown>>, found: FoundLines): void {
  const members = Object.entries(map).map(([key, member]) => [key.toLowerCase(), member] as const);
  const lists = members.filter(([key, member]) => Array.isArray(member) && (listKeys.test(key) || member.some(isMap)));
  for (const [, list] of lists) linesInValue(list, found);
  if (lists.length > 0) return;
  const byKey = new Map(members);
  const textKey = textKeys.find((key) => byKey.has(key));
  if (textKey !== undefined) {
    const preheader = preheaderKeys.map((key) => byKey.get(key)).find((each) => each !== undefined && each !== null);
    take(byKey.get(textKey), preheader, byKey.get('angle'), found);
  } else if (members.every(([key, member]) => typeof member === 'string' && namesALine(key))) {
    for (const [key, member] of members) take(member, null, key, found);
  } else for (const [, member] of members) if (isMap(member)) takeMap(member, found);
}

function namesALine(key: string): boolean {
  return countedKey.test(key) || Angle.safeParse(key).success;
}

function take(text: unknown, preheader: unknown, angle: unknown, { lines, leftOut }: FoundLines): void {
  if (typeof text !== 'string') leftOut.push('an entry had no text where its line should be');
  else if (text.trim() === '') leftOut.push('an entry was empty');
  else if (text.length > maxLineLength) leftOut.push(`an entry had ${text.length} characters`);
  else if (typeof preheader === 'string' && preheader.length > maxLineLength)
    leftOut.push(`a preheader had ${preheader.length} characters`);
  else lines.push({ text, preheader: preheaderOf(preheader), angle: angleOf(angle) });
}

function preheaderOf(preheader: unknown): string | null {
  return typeof preheader === 'string' && preheader.trim() !== '' ? preheader : null;
}

function angleOf(angle: unknown): Angle {
  if (typeof angle !== 'string') return 'other';
  return Angle.safeParse(angle.trim().toLowerCase()).data ?? 'other';
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
