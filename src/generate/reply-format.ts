/** How a model is made to answer in JSON: by schema, else as JSON, else by asking nicely. */
import { Angle } from '../domain/candidate.ts';

/** What servers enforce differs; each step asks for less. */
const replyFormats = ['json_schema', 'json_object', 'text'] as const;
export type ReplyFormat = (typeof replyFormats)[number];

/** The next weaker format, or `null` after plain text. */
export function weakerThan(format: ReplyFormat): ReplyFormat | null {
  return replyFormats[replyFormats.indexOf(format) + 1] ?? null;
}

/** The schema of a reply. Strict mode wants every member required and none besides. */
export function replySchema(preheaders: boolean) {
  const text = { type: 'string' };
  const angle = { type: 'string', enum: Angle.options };
  const properties = preheaders ? { text, angle, preheader: text } : { text, angle };
  const entry = { type: 'object', properties, required: Object.keys(properties), additionalProperties: false };
  return {
    type: 'object',
    properties: { candidates: { type: 'array', items: entry } },
    required: ['candidates'],
    additionalProperties: false,
  };
}

/** Whether an error answer means that the server cannot do this format. Servers have no common code for it. */
export function isAboutFormat(status: number, said: string): boolean {
  if (status !== 400 && status !== 422 && status !== 501 && status !== 500) return false;
  return /response_?format|json_?schema|json_?object|structured|grammar|guided|not (?:supported|implemented)/i.test(
    said,
  );
}
