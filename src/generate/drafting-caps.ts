/** Whether one more call stays within a brand's caps: pure, in tokens and money. See docs/adr/0012. */
import type { Drafting } from '../domain/brand.ts';
import type { Money } from '../domain/money.ts';
import { microsOf, type Price } from '../domain/price.ts';
import type { Spending } from '../domain/usage.ts';

/** What a cap is for. */
export type CapKind = 'request' | 'day';

/** What counts towards a cap: what is saved, what the calls under way may use, and what the next one may. */
export type Counted = { readonly spent: Spending; readonly underWay: Spending; readonly next: Spending };

/** `fits`; `busy` where it may fit once the calls under way are home; or the sentence that says which cap is reached. */
export type CapAnswer =
  | { readonly kind: 'fits' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'over'; readonly reason: string };

/** The caps of one kind that a brand has. */
export type Caps = { readonly tokens: number | undefined; readonly cost: Money | undefined };

/** A brand's caps of a kind; `null` where it has none. */
export function capsFor(kind: CapKind, drafting: Drafting | undefined): Caps | null {
  const caps =
    kind === 'day'
      ? { tokens: drafting?.dailyTokens, cost: drafting?.dailyCost }
      : { tokens: drafting?.requestTokens, cost: drafting?.requestCost };
  return caps.tokens === undefined && caps.cost === undefined ? null : caps;
}

const per: Readonly<Record<CapKind, string>> = { request: 'for one request', day: 'a day' };

/** Asks the caps of one kind. A money cap that cannot be counted lets nothing through. */
export function askCaps(kind: CapKind, { tokens, cost }: Caps, counted: Counted, price: Price | null): CapAnswer {
  const answers: CapAnswer[] = [];
  if (tokens !== undefined)
    answers.push(
      fits(
        amounts(counted, 'tokens'),
        tokens,
        () =>
          `${count(counted.spent.tokens)} of the ${count(tokens)} tokens the brand allows ${per[kind]} are used, and the next call may take ${count(counted.next.tokens)}.`,
      ),
    );
  if (cost !== undefined) {
    if (price?.currency !== cost.currency) return { kind: 'over', reason: uncounted(kind, cost, price) };
    const limit = microsOf(cost);
    answers.push(
      fits(
        amounts(counted, 'micros'),
        limit,
        () =>
          `${money(counted.spent.micros, cost)} of the ${money(limit, cost)} the brand allows ${per[kind]} are spent, and the next call may cost ${money(counted.next.micros, cost)}.`,
      ),
    );
  }
  return answers.find(({ kind }) => kind === 'over') ?? answers.find(({ kind }) => kind === 'busy') ?? { kind: 'fits' };
}

function amounts({ spent, underWay, next }: Counted, unit: keyof Spending): readonly [number, number, number] {
  return [spent[unit] ?? 0, underWay[unit] ?? 0, next[unit] ?? 0];
}

function fits(
  [spent, underWay, next]: readonly [number, number, number],
  limit: number,
  reason: () => string,
): CapAnswer {
  if (spent + next > limit) return { kind: 'over', reason: reason() };
  return spent + underWay + next > limit ? { kind: 'busy' } : { kind: 'fits' };
}

function uncounted(kind: CapKind, { currency }: Money, price: Price | null): string {
  const why = price === null ? 'no price of the model is set' : `its price is set in ${price.currency}`;
  return `The brand caps in ${currency} what drafting may cost ${per[kind]}, and ${why}: set LLM_PRICE_INPUT and LLM_PRICE_OUTPUT in ${currency} (LLM_PRICE_CURRENCY), or take the cap away.`;
}

function count(amount: number): string {
  return amount.toLocaleString('en-US');
}

function money(micros: number | null, { currency }: Money): string {
  return `${((micros ?? 0) / 1_000_000).toFixed(4)} ${currency}`;
}
