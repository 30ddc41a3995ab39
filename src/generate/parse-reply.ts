/**
 * Make lines of a writer's reply. The shape asked for is
 * `{"candidates":[{"text":"…","angle":"…","preheader":"…"}]}`; much else is understood.
 * A line is taken to the letter or not at all: nothing is cut, trimmed or unquoted here.
 */
import { linesInList } from './lines-in-list.ts';
import { type DraftedLine, type FoundLines, linesInValue } from './lines-in-value.ts';
import { readLooseJson } from './read-loose-json.ts';

/** The lines in order, and in one sentence what of the reply could not be used; `null` where all of it could. */
export type ParsedReply = { readonly lines: readonly DraftedLine[]; readonly problem: string | null };

/** Twice the most a brief can ask for. */
export const maxLines = 60;

/** Places tried as the start of JSON, and how much of the reply is looked at: bounds for a hostile reply. */
const maxStarts = 200;
const maxLength = 200_000;

const thinkingEnds = '</think>';

const refusal =
  /\b(?:I(?:['’]m| am) (?:sorry|unable|not able)|I (?:can['’]?t|cannot|won['’]t|will not|must decline)|as an AI|against (?:my|the) (?:guidelines|policy))/i;

/** Parse a reply; `isCutOff` says that the writer stopped for another reason than being done. */
export function parseReply(reply: string, { isCutOff = false }: { readonly isCutOff?: boolean } = {}): ParsedReply {
  const raw = afterThinking(reply);
  if (raw === null) return { lines: [], problem: 'The reply ended while the writer was still thinking.' };
  if (raw.replaceAll('\u0000', '').trim() === '') return { lines: [], problem: 'The reply is empty.' };
  if (raw.length > maxLength) return { lines: [], problem: `The reply has ${raw.length} characters and was not read.` };
  const fromJson = linesInJson(raw);
  if (fromJson.lines.length > 0) return told(fromJson);
  const fromList = linesInList(raw, isCutOff);
  if (fromList.lines.length > 0 && !refusal.test(fromList.before)) return told(fromList);
  const problem = refusal.test(raw)
    ? `The writer declined: ${quoted(raw)}`
    : `The reply holds no subject lines that could be read: ${quoted(raw)}`;
  return { lines: [], problem: withLeftOut(problem, [...fromJson.leftOut, ...fromList.leftOut]) };
}

/** Whether a writer that stopped for this reason may have stopped in the middle of a line. */
export function wasCutOff(finish: string): boolean {
  return /length|max|filter/i.test(finish);
}

/** What follows the thoughts that some models write before their answer; the lines in them were thought better of. */
function afterThinking(reply: string): string | null {
  const end = reply.lastIndexOf(thinkingEnds);
  if (end >= 0) return reply.slice(end + thinkingEnds.length);
  return /^\s*<think>/.test(reply) ? null : reply;
}

/** Every JSON value in the text, whatever stands around it; a fence or a greeting is passed over. */
function linesInJson(raw: string): FoundLines {
  const found: FoundLines = { lines: [], leftOut: [] };
  const whole = readLooseJson(raw, 0);
  // Some servers give JSON inside a JSON string.
  if (whole && typeof whole.value === 'string' && /^\s*[{[]/.test(whole.value)) return linesInJson(whole.value);
  const opener = /[{[]/g;
  for (let starts = 0; starts < maxStarts; starts += 1) {
    const at = opener.exec(raw)?.index;
    if (at === undefined) break;
    const read = readLooseJson(raw, at);
    if (!read) continue;
    const before = found.lines.length + found.leftOut.length;
    linesInValue(read.value, found);
    const isOfUse = found.lines.length + found.leftOut.length > before;
    if (read.isTorn && (isOfUse || found.lines.length > 0))
      found.leftOut.push('the reply ended in the middle of an entry');
    // A bracket in prose reads on to the end of the text; only what gave something is passed over.
    if (isOfUse || !read.isTorn) opener.lastIndex = read.end;
  }
  return found;
}

function told({ lines, leftOut }: FoundLines): ParsedReply {
  const tooMany = lines.length - maxLines;
  const reasons = tooMany > 0 ? [...leftOut, `${tooMany} lines above ${maxLines} were not wanted`] : leftOut;
  return { lines: lines.slice(0, maxLines), problem: reasons.length > 0 ? withLeftOut('', reasons) : null };
}

function withLeftOut(problem: string, leftOut: readonly string[]): string {
  if (leftOut.length === 0) return problem;
  const times = new Map<string, number>();
  for (const reason of leftOut) times.set(reason, (times.get(reason) ?? 0) + 1);
  const reasons = [...times].map(([reason, count]) => (count === 1 ? reason : `${reason} (${count} times)`));
  return `${problem} Left out: ${reasons.slice(0, 5).join('; ')}.`.trimStart();
}

/** The beginning of a reply for a person, on one row and without half a character. */
function quoted(raw: string): string {
  const oneRow = raw.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim();
  const points = [...oneRow.slice(0, 400)];
  return JSON.stringify(points.length > 120 ? `${points.slice(0, 120).join('')}…` : oneRow);
}
