/** Hold a line to where the offer is to be had: "20% off in stores" is untrue of an offer in the app. */
import type { Sighting } from '../../rule.ts';
import type { Figure } from '../../text/claims/figure.ts';
import { foldText } from '../../text/fold.ts';
import type { Ground } from './judged.ts';

const shapes = {
  app: /(?<!\p{L})(?:app[ -](?:orders? |purchases? )?only|only (?:in|on|through) (?:the|our) app|(?:everything|anything) in (?:the|our) app)(?!\p{L})/u,
  online: /(?<!\p{L})(?:online (?:orders? |purchases? )?only|only online|web only)(?!\p{L})/u,
  stores: /(?<!\p{L})(?:in[ -]stores? only|only in[ -](?:our )?stores?)(?!\p{L})/u,
} as const;

const where = '(?:online|in (?:the |our )?app|in[ -](?:our )?stores?)';
const list = new RegExp(
  `^ (?:(?:everything|it all) )?(?<list>${where}(?:(?:, (?:and )?| and | & | or )${where}){0,2})(?!\\p{L})`,
  'u',
);
const named = { app: /app/u, online: /online/u, stores: /stores?/u } as const;

/** Places named right after a reduction that are not the one the brief confines it to. */
export function channelSightings(figure: Figure, { line, facts: { offer } }: Ground): Sighting[] {
  if (!offer) return [];
  const rest = foldText(line.literal.slice(figure.span.end));
  const match = list.exec(rest.text);
  const said = match?.groups?.['list'];
  if (!match || said === undefined) return [];
  const texts = [offer.on ?? '', ...(offer.conditions ?? [])];
  const confining = texts.find((text) => Object.values(shapes).some((shape) => shape.test(foldText(text).text)));
  if (confining === undefined) return [];
  const folded = foldText(confining).text;
  const others = (['app', 'online', 'stores'] as const).filter((one) => !shapes[one].test(folded));
  if (!others.some((one) => named[one].test(said))) return [];
  const start = figure.span.end + (rest.from[match[0].length - said.length] ?? 0);
  const span = { start, end: figure.span.end + (rest.to[match[0].length - 1] ?? 0) };
  const message = `"${line.text.slice(span.start, span.end)}" is more than the brief has, which says ${confining}; name that alone.`;
  return [
    {
      spans: [span],
      message,
      fact: { path: confining === offer.on ? 'offer.on' : 'offer.conditions', value: confining },
    },
  ];
}
