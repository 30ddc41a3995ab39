/** What delivery/ asks of the Store. */
import type { NewAuditEvent } from '../domain/audit-event.ts';
import type { LineCase } from './line-case.ts';
import type { Page, PageRequest } from './page.ts';

export type LineFilter = {
  readonly brandIds: readonly string[];
  /** External ids, as the campaign tool knows them. */
  readonly campaign?: string;
  readonly cohort?: string;
  readonly requestId?: string;
};

/** Lines that may go out now, and those that may not, with why. */
export type DeliveredPage = {
  readonly lines: readonly LineCase[];
  readonly withheld: readonly { readonly line: LineCase; readonly reason: string }[];
  readonly nextCursor: string | null;
};

export type DeliveryStore = {
  /** Live lines, oldest first, with what their validity hangs on; read in one transaction. */
  readonly liveLines: (filter: LineFilter, page: PageRequest) => Promise<Page<LineCase>>;
  readonly line: (brandIds: readonly string[], lineId: string) => Promise<LineCase | null>;
  /** Note that a client got these lines; `eventFor` is asked only for lines it gets for the first time. */
  readonly noteDelivered: (act: {
    readonly clientId: string;
    readonly at: string;
    readonly lines: readonly { readonly brandId: string; readonly lineId: string }[];
    readonly eventFor: (line: { readonly brandId: string; readonly lineId: string }) => NewAuditEvent;
  }) => Promise<void>;
};
