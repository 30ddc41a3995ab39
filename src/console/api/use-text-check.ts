/** What saving a typed text would find, asked of the server while somebody types. */
import { useEffect, useReducer, useState } from 'react';
import type { TextCheckView } from '../../http/contracts/text-routes.ts';
import { isProblem } from './api-error.ts';
import { call } from './call.ts';
import { endpoints } from './endpoints.ts';

/** How long nothing may be typed before the text is sent. */
const pauseMs = 150;
/** From when on the screen says that the answer takes its time. */
const slowMs = 1_200;
/** How long until a service that does not answer is asked again. */
const againMs = 4_000;

/** A text as it was sent. */
export type AskedText = { readonly text: string; readonly preheader: string | null };

/** The newest answer with the text it is of. */
export type TextAnswer = { readonly of: AskedText; readonly asker: string; readonly check: TextCheckView };

/**
 * `answer` may be of an older text; `isCurrent` says whether it is of this one. An answer that comes after the text
 * went on is thrown away. `trouble` says in a sentence why there is no answer yet.
 */
export function useTextCheck(itemId: string, asked: AskedText) {
  return useTypedCheck(itemId, asked, (body, signal) =>
    call(endpoints.checkText, { params: { id: itemId }, body, signal }),
  );
}

/** The same for whatever `ask` asks; `asker` names it, and another name asks anew. */
export function useTypedCheck(
  asker: string,
  { text, preheader }: AskedText,
  ask: (asked: AskedText, signal: AbortSignal) => Promise<TextCheckView>,
) {
  const [answer, setAnswer] = useState<TextAnswer | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [times, askAgain] = useReducer((count: number) => count + 1, 0);
  const isFirst = answer === null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `times` asks once more; the first text goes at once; `asker` is `ask`.
  useEffect(() => {
    const gone = new AbortController();
    const { signal } = gone;
    const slow = setTimeout(() => setTrouble('Still checking.'), slowMs + pauseMs);
    let again: ReturnType<typeof setTimeout> | undefined;
    const askNow = async () => {
      try {
        const check = await ask({ text, preheader }, signal);
        if (signal.aborted) return;
        setAnswer({ of: { text, preheader }, asker, check });
        setTrouble(null);
      } catch (error) {
        if (signal.aborted) return;
        if (!isProblem(error)) throw error;
        const { code, message } = error;
        setTrouble(code === 'unreachable' ? 'Not checked: no connection.' : `Not checked. ${message}`);
        if (code === 'unreachable' || code === 'internal' || code === 'not-ready')
          again = setTimeout(askAgain, againMs);
      } finally {
        clearTimeout(slow);
      }
    };
    const pause = setTimeout(askNow, isFirst ? 0 : pauseMs);
    window.addEventListener('online', askAgain);
    return () => {
      gone.abort();
      for (const timer of [slow, pause, again]) clearTimeout(timer);
      window.removeEventListener('online', askAgain);
    };
  }, [asker, text, preheader, times]);
  return {
    answer,
    trouble,
    isCurrent: answer?.asker === asker && answer.of.text === text && answer.of.preheader === preheader,
  };
}
