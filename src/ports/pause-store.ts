/** Which brands are paused. Each writing act is one transaction, its audit event in it. */
import type { NewAuditEvent } from '../domain/audit-event.ts';
import type { BrandPause } from '../domain/brand-pause.ts';

export type PauseStore = {
  readonly pausesOf: (brandIds: readonly string[]) => Promise<readonly BrandPause[]>;
  /** Pauses a brand, or gives its pause another reason. Nothing is written where it is paused for that reason already. */
  readonly pause: (pause: BrandPause, event: NewAuditEvent) => Promise<void>;
  /** Nothing is written where the brand is not paused. */
  readonly resume: (brandId: string, event: NewAuditEvent) => Promise<void>;
};
