/** Compare a deal such as "3 for 2" with the offer. */
import type { Sighting } from '../../rule.ts';
import type { DealFigure } from '../../text/claims/figure.ts';
import { against, type Ground, quoted, unknown, withoutOffer } from './judged.ts';
import { isDealStated } from './stated.ts';

/** What is wrong with a deal. One bought and one got is what the offer's type says; other counts the brief must state. */
export function dealSightings(figure: DealFigure, { line, facts, stated }: Ground): Sighting[] {
  const { offer } = facts;
  if (isDealStated(figure, stated)) return [];
  if (offer === undefined) return [unknown(figure, line, 'offer.type', 'claims a deal')];
  if (offer === null) return [withoutOffer(figure, line)];
  const isPlain = figure.buy === 1 && figure.free === 1;
  if (offer.type === 'buy-one-get-one' && isPlain && !stated.some(({ kind }) => kind === 'deal')) return [];
  if (offer.type === 'other') return [unknown(figure, line, 'offer.conditions', 'claims a deal')];
  const message = `${quoted(figure, line)} is not the offer of the brief, which is ${offer.type}${isPlain ? '' : ' and states no such count'}; write the deal as the brief has it.`;
  return [against(figure, message, { path: 'offer.type', value: offer.type })];
}
