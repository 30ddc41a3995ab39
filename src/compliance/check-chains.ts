/** Proving the chains of brands whole while somebody waits for it, beside everything else that the service does. */
import type { ChainsChecked } from '../domain/chain-report.ts';
import type { EvidenceStore } from '../ports/evidence-store.ts';
import type { Moment } from '../ports/moment.ts';
import { verifyChain } from './verify-audit.ts';

/** A check of a chain reads all of it, so whoever asks while one runs gets the answer of that one. */
export function checkingChains({ store, moment }: { readonly store: EvidenceStore; readonly moment: Moment }) {
  const running = new Map<string, ReturnType<typeof verifyChain>>();
  return async (brandIds: readonly string[]): Promise<ChainsChecked> => {
    const checkedAt = moment.now();
    const chains: ChainsChecked['chains'][number][] = [];
    for (const { chain, head } of await store.chains()) {
      if (!brandIds.includes(chain)) continue;
      const check = running.get(chain) ?? verifyChain(store, chain, head);
      running.set(chain, check);
      const { whole, broken } = await check.finally(() => running.delete(chain));
      chains.push({ brandId: chain, whole, broken });
    }
    return { checkedAt, chains };
  };
}
