/** What the brief states in words: figures in products, promises, claims, conditions and what must be mentioned. */
import { type Facts, textsStated } from '../../../domain/facts.ts';
import type { AmountFigure, DealFigure, Figure, PercentFigure } from '../../text/claims/figure.ts';
import { figuresStatedIn } from '../../text/claims/figures.ts';

const known = new WeakMap<Facts, readonly Figure[]>();

/** The figures of the brief's texts, read once for each facts. */
export function figuresStated(facts: Facts): readonly Figure[] {
  const before = known.get(facts);
  if (before) return before;
  const figures = textsStated(facts).flatMap((text) => figuresStatedIn(text));
  known.set(facts, figures);
  return figures;
}

/** Whether a percentage is stated in the same sense: "up to" and "extra" are not left out, nor put in. */
export function isPercentStated(figure: PercentFigure, stated: readonly Figure[]): boolean {
  return stated.some(
    (other) =>
      other.kind === 'percent' &&
      other.sense !== 'share' &&
      other.hundredths === figure.hundredths &&
      other.bound === figure.bound &&
      (other.isExtra || !figure.isExtra),
  );
}

/** Whether an amount is stated in one of its senses; a price that is stated also bears out "under" a higher one. */
export function isAmountStated(figure: AmountFigure, stated: readonly Figure[]): boolean {
  return stated.some((other) => {
    if (other.kind !== 'amount' || !other.currencies.some((currency) => figure.currencies.includes(currency)))
      return false;
    if (!other.roles.some((role) => figure.roles.includes(role))) return false;
    if (other.hundredths === figure.hundredths) return true;
    return figure.relation === 'under' && other.relation === 'is' && other.hundredths < figure.hundredths;
  });
}

/** Whether the same deal is stated. */
export function isDealStated(figure: DealFigure, stated: readonly Figure[]): boolean {
  return stated.some((other) => other.kind === 'deal' && other.buy === figure.buy && other.free === figure.free);
}
