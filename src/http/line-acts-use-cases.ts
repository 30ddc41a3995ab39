/** What HTTP asks of lines besides their decisions; a part of UseCases. All throw `not-found`. */
import type { Caller } from '../domain/access.ts';
import type { PassReason } from '../domain/decision.ts';
import type { Verdict } from '../domain/finding.ts';
import type { LineComment } from '../domain/line-comment.ts';
import type { CopiedLine, RewordedLine } from '../ports/line-acts-store.ts';
import type { QueueEntry, Ruling } from '../ports/review-store.ts';

export type LineActsUseCases = {
  readonly comments: (brandIds: readonly string[], cohortId: string) => Promise<readonly LineComment[]>;
  readonly comment: (
    caller: Caller,
    brandIds: readonly string[],
    itemId: string,
    comment: string,
  ) => Promise<LineComment>;
  readonly sendBack: (
    caller: Caller,
    brandIds: readonly string[],
    itemId: string,
    back: { readonly version: number; readonly wish: string },
  ) => Promise<Ruling>;
  readonly copy: (
    caller: Caller,
    brandIds: readonly string[],
    itemId: string,
    to: { readonly cohort: string; readonly warningsPassed?: PassReason | undefined },
  ) => Promise<CopiedLine>;
  readonly reword: (
    caller: Caller,
    brandIds: readonly string[],
    itemId: string,
    rewording: {
      readonly version: number;
      readonly text: string;
      readonly preheader: string | null;
      readonly why: string;
    },
  ) => Promise<RewordedLine>;
  readonly previewReplacement: (
    brandIds: readonly string[],
    requestId: string,
    words: { readonly find: string; readonly replacement: string },
  ) => Promise<{
    readonly lines: readonly {
      readonly entry: QueueEntry;
      readonly cohort: { readonly id: string; readonly name: string };
      readonly text: string;
      readonly preheader: string | null;
      readonly verdict: Verdict;
    }[];
    readonly hasMore: boolean;
  }>;
};
