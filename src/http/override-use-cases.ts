/** What HTTP asks of overrides; a part of UseCases. */
import type { Caller } from '../domain/access.ts';
import type { Override } from '../domain/override.ts';
import type { Answered, BlockedText, OverrideCase, OverrideStore } from '../ports/override-store.ts';

export type OverrideUseCases = {
  readonly list: OverrideStore['list'];
  /** Throws `not-found`. */
  readonly read: (brandIds: readonly string[], overrideId: string) => Promise<OverrideCase>;
  /** Throws `not-found`, `cohort-busy`, `override-exists` and `not-overridable`. */
  readonly ask: (caller: Caller, brandIds: readonly string[], text: BlockedText, reason: string) => Promise<Override>;
  /** Throws `not-found`, `already-decided`, `cohort-busy` and `override-void`. */
  readonly answer: (
    caller: Caller,
    brandIds: readonly string[],
    overrideId: string,
    answer: { readonly kind: 'grant' | 'refuse'; readonly reason: string },
  ) => Promise<Answered>;
};
