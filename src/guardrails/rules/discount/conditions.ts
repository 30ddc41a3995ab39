/** Hold a reduction to the condition of the offer: the sum to spend, and a second one that is bought with the first. */
import type { Sighting } from '../../rule.ts';
import type { Figure } from '../../text/claims/figure.ts';
import { figuresOf } from '../../text/claims/figures.ts';
import { deniedCondition } from './free-conditions.ts';
import { against, type Ground, quoted } from './judged.ts';
import { hundredthsOfMoney, hundredthsOfPercent, moneyWords } from './worded.ts';

/** A condition that the line denies, leaves out or makes up. The free rule asks what is free for its own. */
export function conditionSightings(figure: Figure, ground: Ground): Sighting[] {
  if (!isOffers(figure, ground)) return [];
  return [...sumSightings(figure, ground), ...secondSightings(figure, ground)];
}

/** Whether a figure is the reduction of the offer: any other is found wrong for that. */
function isOffers(figure: Figure, { facts: { offer } }: Ground): boolean {
  if (!offer) return false;
  if (figure.kind === 'percent')
    return offer.percent !== undefined && figure.hundredths === hundredthsOfPercent(offer.percent);
  return figure.kind === 'amount' && !!offer.amount && figure.hundredths === hundredthsOfMoney(offer.amount);
}

// "When you spend", "on qualifying orders": that there is a condition is said.
const namesSum =
  /(?<!\p{L})(?:spend|minimum|min|over|above|when you|if you|qualifying|eligible|terms apply|conditions)(?!\p{L})|\+/u;

function sumSightings(figure: Figure, { line, facts, market, limits }: Ground): Sighting[] {
  const { offer } = facts;
  const isReduction = offer?.type === 'amount-off' || offer?.type === 'percent-off' || offer?.type === 'other';
  if (!isReduction || !offer.threshold) return [];
  const sum = hundredthsOfMoney(offer.threshold);
  const isNamed = figuresOf(line).some(
    (other) => other.kind === 'amount' && (other.hundredths === sum || other.roles[0] === 'threshold'),
  );
  if (isNamed) return [];
  const fact = { path: 'offer.threshold', value: moneyWords(offer.threshold) };
  const denied = deniedCondition(line);
  if (denied !== null) {
    const message = `${quoted(figure, line)} is promised whatever is spent ("${denied}"), and the brief asks for ${fact.value}; name that sum.`;
    return [against(figure, message, fact)];
  }
  // What the amount of another kind of offer is, such as a card's, is left to the reader.
  if (offer.type === 'other' || namesSum.test(line.folded().text)) return [];
  const message = `${quoted(figure, line)} leaves out that ${fact.value} has to be spent first; name it, as in "over ${fact.value}".`;
  return [
    { ...against(figure, message, fact), ...(!limits.strictIn.includes(market) && { severity: 'warn' as const }) },
  ];
}

const ofSecond =
  /(?<!\p{L})(?:bogo\p{L}{0,2}|b\dg\d|buy|second|2nd|another|other|next|pair|pairs|two|double|twice|both|one|friend|partner|(?:with|for) (?:every|each|any))(?![\p{L}\d])|(?<!\d)[12](?![\d%])/u;
const asksForSecond =
  /(?<!\p{L})buy [^.!?]{1,40}?(?<!\p{L})get [^.!?]{0,24}?(?<!\p{L})(?:second|2nd|another|third|3rd)(?!\p{L})/u;

function secondSightings(figure: Figure, { line, facts: { offer } }: Ground): Sighting[] {
  if (!offer || figure.kind !== 'percent') return [];
  const { text } = line.folded();
  const fact = { path: 'offer.type', value: offer.type };
  if (offer.type === 'buy-one-get-one' && !ofSecond.test(text)) {
    const message = `${quoted(figure, line)} is said of all of it, and by the brief one is bought at full price first; say so, as in "buy one, get one".`;
    return [against(figure, message, fact)];
  }
  const known = [...(offer.conditions ?? []), offer.on ?? ''].join(' ');
  if (offer.type === 'percent-off' && asksForSecond.test(text) && !ofSecond.test(known.toLowerCase())) {
    const message = `${quoted(figure, line)} is said of a second one only, and the offer of the brief asks for no other; say what it is on.`;
    return [against(figure, message, fact)];
  }
  return [];
}
