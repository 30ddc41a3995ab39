/** What can come back instead of an answer. */

import type { Verdict } from '../../domain/finding.ts';
import type { Mistake, ProblemCode } from '../../domain/problem.ts';
import type { QueueEntryView } from '../../http/contracts/review-routes.ts';

/** A problem document, or `unreachable` where no answer came at all. */
export class ApiError extends Error {
  readonly code: ProblemCode | 'unreachable';
  /** The verdict of the text that was sent, where the policy did not let it pass. */
  readonly verdict: Verdict | null;
  /** What is wrong with what was sent, by its place in it. */
  readonly mistakes: readonly Mistake[];

  /** The line as it is now, where somebody was faster. */
  readonly current: QueueEntryView | null;

  constructor(
    code: ApiError['code'],
    detail: string,
    {
      verdict,
      current,
      errors,
    }: {
      readonly verdict?: Verdict | undefined;
      readonly current?: QueueEntryView | undefined;
      readonly errors?: readonly Mistake[] | undefined;
    } = {},
  ) {
    super(detail);
    this.name = 'ApiError';
    this.code = code;
    this.verdict = verdict ?? null;
    this.current = current ?? null;
    this.mistakes = errors ?? [];
  }
}

/** The error for an answer that is not a success; a body that is no problem document still gives one. */
export async function problemOf(response: Response): Promise<ApiError> {
  const body: {
    code?: ProblemCode;
    detail?: string;
    verdict?: Verdict;
    current?: QueueEntryView;
    errors?: Mistake[];
  } = await response.json().catch(() => ({}));
  const detail = body.detail ?? `The service answered ${response.status}. Try again in a moment.`;
  return new ApiError(body.code ?? 'internal', detail, body);
}

/** Whether an unknown failure is an API error with one of these codes. */
export function isProblem(error: unknown, ...codes: readonly ApiError['code'][]): error is ApiError {
  return error instanceof ApiError && (codes.length === 0 || codes.includes(error.code));
}
