/** The decisions of this window: each shows at once, is sent in its turn, and is kept until the server has answered. */
import type { Decision } from '../../domain/decision.ts';
import type { QueueEntryView, RulingView } from '../../http/contracts/review-routes.ts';
import { ApiError, isProblem } from '../api/api-error.ts';

/** How far the saving of a decision is; `unreached` waits for the connection, `refused` is the server's no. */
export type Progress =
  | { readonly kind: 'saving' }
  | { readonly kind: 'unreached' }
  | { readonly kind: 'refused'; readonly error: ApiError }
  | { readonly kind: 'saved'; readonly ruling: RulingView };

/** A decision somebody took here. */
export type Taken = {
  /** Sent along, so that a decision whose answer was lost is not taken twice. */
  readonly key: string;
  /** The line as it was seen. */
  readonly entry: QueueEntryView;
  readonly decision: Decision;
  /** False while the screen waits with the line: its text is not checked before it is saved. */
  readonly isShownAtOnce: boolean;
  readonly takenAt: string;
  readonly progress: Progress;
};

/** What the book asks of outside. `send` throws `ApiError`. */
type Parts = {
  readonly send: (taken: Taken) => Promise<RulingView>;
  readonly newKey: () => string;
  readonly onAnswer: (taken: Taken) => Promise<void>;
};

/** The book of one window. */
export type DecisionBook = ReturnType<typeof decisionBook>;

const firstRetryMs = 2_000;
const longestRetryMs = 15_000;
/** The rest is over for good by then; nobody undoes hundreds of decisions within a release grace. */
const mostKept = 200;

/** An empty book. */
export function decisionBook({ send, newKey, onAnswer }: Parts) {
  let taken: readonly Taken[] = [];
  let isSending = false;
  let retryMs = firstRetryMs;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();
  const waiting = new Map<string, (answered: Taken) => void>();

  function set(next: readonly Taken[]): void {
    taken = next;
    for (const listener of listeners) listener();
  }

  function progressed(key: string, progress: Progress): void {
    set(taken.map((each) => (each.key === key ? { ...each, progress } : each)));
  }

  /** One after the other, in the order they were taken. */
  async function sendAll(): Promise<void> {
    if (isSending) return;
    isSending = true;
    for (let next = firstUnsent(); next; next = firstUnsent()) {
      const progress = await answerTo(next);
      if (progress.kind === 'refused' && mayPass(progress.error)) {
        waitForConnection(progress);
        break;
      }
      retryMs = firstRetryMs;
      await finish(next.key, progress);
    }
    isSending = false;
  }

  function firstUnsent(): Taken | undefined {
    return taken.find(({ progress }) => progress.kind === 'saving');
  }

  async function answerTo(next: Taken): Promise<Extract<Progress, { kind: 'refused' | 'saved' }>> {
    try {
      return { kind: 'saved', ruling: await send(next) };
    } catch (error) {
      if (isProblem(error)) return { kind: 'refused', error };
      reportError(error);
      return { kind: 'refused', error: new ApiError('internal', 'Something went wrong here. Try again.') };
    }
  }

  async function finish(key: string, progress: Progress): Promise<void> {
    progressed(key, progress);
    const answered = taken.find((each) => each.key === key);
    if (!answered) return;
    if (progress.kind !== 'unreached') await onAnswer(answered);
    waiting.get(key)?.(answered);
    waiting.delete(key);
  }

  /** Whoever waits before the screen is told; the others wait here until the service answers. */
  function waitForConnection(refused: Progress): void {
    for (const { key, isShownAtOnce, progress } of taken) {
      if (progress.kind !== 'saving') continue;
      if (isShownAtOnce) progressed(key, { kind: 'unreached' });
      else void finish(key, refused);
    }
    clearTimeout(retryTimer);
    retryTimer = setTimeout(retry, retryMs);
    retryMs = Math.min(retryMs * 2, longestRetryMs);
  }

  /** Send again what did not get through. */
  function retry(): void {
    clearTimeout(retryTimer);
    set(taken.map((each) => (each.progress.kind === 'unreached' ? { ...each, progress: { kind: 'saving' } } : each)));
    void sendAll();
  }

  /** Forget decisions: those put away, taken anew, or taken back. */
  function forget(isOver: (each: Taken) => boolean): void {
    set(taken.filter((each) => !isOver(each)));
  }

  return {
    taken: () => taken,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    /** Takes a decision; the promise is kept once the server has answered. An earlier refusal of the line is over by it. */
    take(entry: QueueEntryView, decision: Decision, how: { readonly isShownAtOnce: boolean }): TakenHandle {
      const key = newKey();
      const one: Taken = {
        ...how,
        key,
        entry,
        decision,
        takenAt: new Date().toISOString(),
        progress: { kind: 'saving' },
      };
      const answered = new Promise<Taken>((resolve) => waiting.set(key, resolve));
      const others = taken.filter(
        ({ entry: { item }, progress }) => item.id !== entry.item.id || progress.kind !== 'refused',
      );
      set([...others.filter((each, index) => isUnsaved(each) || index >= others.length - mostKept), one]);
      void sendAll();
      return { key, answered };
    },
    retry,
    forget,
    /** Takes one back that was never sent; false where it was, or is being sent. */
    withdraw(key: string): boolean {
      const isFirst = isSending && firstUnsent()?.key === key;
      const found = taken.find((each) => each.key === key);
      if (isFirst || !found || (found.progress.kind !== 'saving' && found.progress.kind !== 'unreached')) return false;
      forget((each) => each.key === key);
      return true;
    },
    /** Resolves as soon as the decision is not being sent any more. */
    settled: (key: string) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (taken.find((each) => each.key === key)?.progress.kind === 'saving') return;
          listeners.delete(look);
          resolve();
        };
        listeners.add(look);
        look();
      }),
  };
}

/** A decision on its way. */
type TakenHandle = { readonly key: string; readonly answered: Promise<Taken> };

/** Troubles that pass by themselves, and after which the same request can be sent again. */
function mayPass(error: ApiError): boolean {
  return isProblem(error, 'unreachable', 'not-ready', 'too-many-requests', 'idempotency-running');
}

/** Whether leaving the page now would lose it. */
export function isUnsaved({ progress }: Taken): boolean {
  return progress.kind === 'saving' || progress.kind === 'unreached';
}
