/** Answers a request that is sent twice under one Idempotency-Key with what the first one was answered (docs/adr/0017). */
import type { Request, Response } from 'express';
import { installationChain } from '../domain/audit-event.ts';
import { sha256Hex } from '../domain/hash.ts';
import { addMs } from '../domain/instant.ts';
import { Problem } from '../domain/problem.ts';
import { type IdempotencyStore, type KeyLease, keyHours } from '../ports/idempotency-store.ts';
import type { Moment } from '../ports/moment.ts';
import type { Admitted } from './admit.ts';
import { fingerprintOf } from './idempotency-key.ts';

/** Longer than any act takes. A process that dies keeps its keys from being taken up for this long. */
const leaseMs = 60_000;
/** What of an answer is not in its body. */
const keptHeaders = ['Location', 'ETag', 'Retry-After'];

/** A request that came with a key. */
type Keyed = {
  readonly key: string;
  readonly request: Request;
  readonly response: Response;
  readonly admitted: Admitted;
  /** Does what is asked. */
  readonly act: () => Promise<unknown>;
  /** True where the answer holds a secret, which nothing may keep. */
  readonly answersSecret: boolean;
  /** Makes the answer again from what the act was about. */
  readonly answerAgain: ((subject: string) => Promise<unknown>) | undefined;
};

/** Gives back the answer of a keyed request: the first one's, where there was one. */
export type Once = (keyed: Keyed) => Promise<unknown>;

/**
 * Throws `idempotency-mismatch` and `idempotency-running`; `idempotency-answer-lost` where it was done and nobody can
 * make its answer again. What fails is not kept: acts are whole or not at all, so a request that failed may be sent again.
 */
export function answeringOnce(parts: { readonly store: IdempotencyStore; readonly moment: Moment }): Once {
  const { store, moment } = parts;
  return async (keyed) => {
    const { key, request, response, admitted } = keyed;
    const { actor } = admitted.signedIn.caller;
    const now = moment.now();
    const lease = { callerId: actor.id, keyHash: sha256Hex(key), leaseToken: moment.randomHex(16) };
    const state = await store.take({
      ...lease,
      fingerprint: fingerprintOf(request),
      now,
      leaseUntil: addMs(now, leaseMs),
      forgetBefore: addMs(now, -keyHours * 60 * 60 * 1000),
    });
    switch (state.kind) {
      case 'other-request':
        throw new Problem(
          'idempotency-mismatch',
          'This Idempotency-Key came with another request before. Send a new key with a new request.',
        );
      case 'running': {
        const seconds = Math.min(5, Math.max(1, Math.ceil((Date.parse(state.until) - Date.parse(now)) / 1000)));
        response.set('Retry-After', String(seconds));
        throw new Problem('idempotency-running', `The first one is not answered yet. Ask again in ${seconds} seconds.`);
      }
      case 'answered':
        checkBrand(state.chain, admitted);
        response.set({ ...state.answer.headers, 'Idempotency-Replayed': 'true' });
        return JSON.parse(state.answer.body);
      case 'acted':
        return finishing(lease, keyed, async () => {
          checkBrand(state.chain, admitted);
          const answer = await madeAgain(keyed, state.subject);
          response.set('Idempotency-Replayed', 'true');
          return answer;
        });
      case 'begun':
        return finishing(lease, keyed, () => store.acting(lease, keyed.act));
      default:
        return state satisfies never;
    }
  };

  async function finishing(lease: KeyLease, keyed: Keyed, work: () => Promise<unknown>): Promise<unknown> {
    try {
      const answer = await work();
      if (keyed.answersSecret) await store.giveBack(lease, moment.now());
      else await store.answer(lease, { headers: headersOf(keyed.response), body: JSON.stringify(answer ?? null) });
      return answer;
    } catch (error) {
      // Where even that fails the lease runs out by itself.
      await store.giveBack(lease, moment.now()).catch(() => undefined);
      throw error;
    }
  }
}

/** Whoever has no part in the brand any more gets no answer about it, kept or not. */
function checkBrand(chain: string | null, { brandIds }: Admitted): void {
  if (chain === null || chain === installationChain || brandIds.includes(chain)) return;
  throw new Problem('not-found', 'What this request was about is not there for you any more.');
}

async function madeAgain({ answerAgain }: Keyed, subject: string): Promise<unknown> {
  if (answerAgain) return answerAgain(subject);
  throw new Problem(
    'idempotency-answer-lost',
    `The request was done, and its answer is not there any more. Read ${subject} to see what came of it.`,
    { members: { subject } },
  );
}

function headersOf(response: Response): Record<string, string> {
  const present = keptHeaders.flatMap((name) => {
    const value = response.get(name);
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(present);
}
