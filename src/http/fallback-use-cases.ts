/** What HTTP asks of fallback lines; a part of UseCases. */
import type { Caller } from '../domain/access.ts';
import type { PassReason } from '../domain/decision.ts';
import type { FallbackLine } from '../domain/fallback-line.ts';
import type { CohortDelivery, CohortWithFallback, FallbackUse, InDialect } from '../ports/delivery-store.ts';
import type { Page, PageRequest } from '../ports/page.ts';

export type FallbackUseCases = {
  /** Throws `not-found`, `blocked-by-policy` and `warning-needs-reason`. */
  readonly add: (
    caller: Caller,
    brandIds: readonly string[],
    brandId: string,
    line: {
      readonly text: string;
      readonly preheader: string | null;
      readonly warningsPassed?: PassReason | undefined;
    },
  ) => Promise<FallbackLine>;
  readonly list: (brandIds: readonly string[], brandId: string, page: PageRequest) => Promise<Page<FallbackLine>>;
  /** Throws `not-found`, and `approval-void` where it was recalled already. */
  readonly recall: (
    caller: Caller,
    brandIds: readonly string[],
    lineId: string,
    reason: string,
  ) => Promise<FallbackLine>;
  readonly fallBack: (
    caller: Caller,
    cohorts: readonly CohortDelivery[],
    how: InDialect & { readonly use: FallbackUse },
  ) => Promise<readonly CohortWithFallback[]>;
};
