/** What HTTP asks of brands; a part of UseCases. */
import type { Caller } from '../domain/access.ts';
import type { CheckedText } from '../domain/inbox.ts';
import type { PolicyPage } from '../domain/policy-page.ts';
import type { VoiceScore } from '../domain/voice-score.ts';
import type { BrandStatus } from '../ports/brand-store.ts';

export type BrandUseCases = {
  /** Whoever is admin of a brand also sees those that were set aside before they could be imported. */
  readonly list: (caller: Caller, brandIds: readonly string[]) => Promise<readonly BrandStatus[]>;
  /** Throws `not-found`, here and below. */
  readonly read: (
    caller: Caller,
    brandIds: readonly string[],
    brandId: string,
  ) => Promise<BrandStatus & { readonly exemplarVoices: readonly VoiceScore[] }>;
  readonly policy: (brandIds: readonly string[], brandId: string) => Promise<PolicyPage>;
  /** `brief` is an id, `cohort` an external one. Throws `invalid-request` for a cohort the brief does not have. */
  readonly tryText: (
    brandIds: readonly string[],
    brandId: string,
    tried: {
      readonly text: string;
      readonly preheader: string | null;
      readonly brief: string | null;
      readonly cohort: string | null;
    },
  ) => Promise<CheckedText>;
};
