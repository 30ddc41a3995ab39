/**
 * Keeps drafting within the caps of its brand. Before each call what it may use is reserved, and let go once its reply
 * is saved; so caps hold however many calls are under way in this process. See docs/adr/0012 for what may still pass.
 */
import pLimit from 'p-limit';
import type { Drafting } from '../domain/brand.ts';
import type { Instant } from '../domain/instant.ts';
import { costMicros, type Price } from '../domain/price.ts';
import { type Spending, tokensAtMost } from '../domain/usage.ts';
import type { GenerationStore, Spender } from '../ports/generation-store.ts';
import type { DraftOrder } from '../ports/model.ts';
import type { Moment } from '../ports/moment.ts';
import { askCaps, type CapKind, capsFor } from './drafting-caps.ts';

/** What a call may use, kept for it. `letGo` is called once its reply is saved, or did not come. */
export type Reservation = { readonly letGo: () => void };

/** No call is made, since it would not stay within the caps. `retryAfterMs` is `null` where waiting is of no use. */
export class CapReached extends Error {
  readonly retryAfterMs: number | null;

  constructor(message: string, retryAfterMs: number | null) {
    super(message);
    this.name = 'CapReached';
    this.retryAfterMs = retryAfterMs;
  }
}

/** Tokens a drafted line with its angle, preheader and JSON takes at most, and what stands around the list. */
const tokensPerLine = 120;
const tokensAround = 100;
/** Where calls under way may leave too little, they are asked about again after this. */
const busyMs = 5_000;
/** A day's cap may be raised before the day is over. */
const lookAgainMs = 10 * 60 * 1_000;
const dayMs = 86_400_000;

type Held = { readonly brandId: string; readonly requestId: string; readonly next: Spending };

/** Gives reservations; throws CapReached. A brand without caps is not counted. */
export function draftingBudget(parts: {
  readonly store: Pick<GenerationStore, 'spent'>;
  readonly moment: Pick<Moment, 'now'>;
  readonly price: Price | null;
}) {
  const { store, moment, price } = parts;
  const underWay = new Set<Held>();
  const oneAtATime = pLimit(1);

  return (
    of: { readonly brandId: string; readonly requestId: string },
    drafting: Drafting | undefined,
    order: DraftOrder,
  ): Promise<Reservation> => {
    const held: Held = { brandId: of.brandId, requestId: of.requestId, next: atMost(order) };
    // What a call counts between its reservation and the next one's look must be seen by it.
    return oneAtATime(async () => {
      for (const kind of ['request', 'day'] as const) await ask(kind, held, drafting);
      underWay.add(held);
      return { letGo: () => void underWay.delete(held) };
    });
  };

  async function ask(kind: CapKind, held: Held, drafting: Drafting | undefined): Promise<void> {
    const caps = capsFor(kind, drafting);
    if (caps === null) return;
    const { brandId, requestId } = held;
    const now = moment.now();
    const spender: Spender = kind === 'day' ? { brandId, since: dayOf(now) } : { brandId, requestId };
    const spent = await store.spent(spender, caps.cost?.currency ?? null);
    const others = [...underWay].filter(
      (other) => other.brandId === brandId && (kind === 'day' || other.requestId === requestId),
    );
    const counted = { spent, underWay: together(others), next: held.next };
    const answer = askCaps(kind, caps, counted, price);
    if (answer.kind === 'fits') return;
    if (answer.kind === 'busy')
      throw new CapReached(
        'Calls under way may use up what the brand allows; it is asked again when they are done.',
        busyMs,
      );
    if (kind === 'request') throw new CapReached(`${answer.reason} Raise the cap, then draft the cohort again.`, null);
    const leftMs = Date.parse(dayOf(now)) + dayMs - Date.parse(now);
    throw new CapReached(
      `${answer.reason} Drafting goes on at midnight UTC, or once the cap is raised.`,
      Math.min(leftMs, lookAgainMs),
    );
  }

  function atMost({ prompt, count }: DraftOrder): Spending {
    const inputTokens = tokensAtMost(prompt.system) + tokensAtMost(prompt.user);
    const outputTokens = count * tokensPerLine + tokensAround;
    return {
      tokens: inputTokens + outputTokens,
      micros: costMicros(price, { inputTokens, cachedInputTokens: null, outputTokens }),
    };
  }
}

/** When the UTC day of an instant began. */
function dayOf(now: Instant): Instant {
  return `${now.slice(0, 10)}T00:00:00.000Z`;
}

function together(all: readonly Held[]): Spending {
  return {
    tokens: all.reduce((sum, { next }) => sum + next.tokens, 0),
    micros: all.reduce((sum, { next }) => sum + (next.micros ?? 0), 0),
  };
}
