/** The closed table of what can go wrong for a caller. Anything else is a bug. */

/** Each code with the sentence that heads its problem document. docs/problems.md explains every one. */
export const problems = {
  'bad-request': 'The request could not be read',
  'invalid-brief': 'The brief has mistakes',
  'invalid-request': 'The request has mistakes',
  'not-signed-in': 'A key or a session is needed',
  'not-allowed': 'This role may not do that',
  'cross-site': 'The request came from another site',
  'not-found': 'There is no such thing here',
  'method-not-allowed': 'This address does not take that method',
  'already-decided': 'Somebody decided this line meanwhile',
  'version-changed': 'The line changed since it was read',
  'claimed-by-another': 'Somebody else holds this line',
  'needs-another-person': 'Another person must approve this line',
  'override-exists': 'An override of this text stands already',
  'not-overridable': 'There is no block here that could be lifted',
  'override-void': 'What the override was asked for changed',
  'blocked-by-policy': 'The policy blocks this text',
  'warning-needs-reason': 'A warning can only be passed with a reason',
  'brief-exists': 'The campaign has a brief of that name',
  'cohort-busy': 'The cohort is still being drafted',
  'lines-still-needed': 'The cohort does not have the lines it needs',
  'endpoint-disabled': 'The webhook endpoint is disabled',
  'tag-not-convertible': 'A merge tag cannot be said in that dialect',
  'already-delivered': 'The line may be in use already',
  'not-released': 'The line is not released yet',
  'approval-void': 'The approval does not hold any more',
  'precondition-failed': 'It changed since it was read',
  'precondition-required': 'The write does not name the version it saw',
  'idempotency-mismatch': 'The key was used for another request',
  'idempotency-running': 'The same request is still being answered',
  'idempotency-answer-lost': 'It was done, and its answer is lost',
  'key-over': 'The key is expired or revoked',
  'key-replaced': 'Two keys live already',
  'last-admin': 'A brand would have no admin',
  'body-too-large': 'The request is too large',
  'unsupported-media': 'The request is not JSON',
  'too-many-requests': 'Too many requests',
  'not-ready': 'The service is not ready',
  internal: 'Something went wrong here',
} as const;

/** A code of the table. */
export type ProblemCode = keyof typeof problems;

/** One mistake in a request: an RFC 6901 pointer into its body, and what to do. */
export type Mistake = { readonly pointer: string; readonly detail: string };

/** What a caller did wrong or lost. `detail` names the thing and what to do next. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly mistakes: readonly Mistake[];
  /** Members of the problem document beyond the standard ones, such as the other person's decision. */
  readonly members: Readonly<Record<string, unknown>>;

  constructor(
    code: ProblemCode,
    detail: string,
    more: { mistakes?: readonly Mistake[]; members?: Record<string, unknown>; cause?: unknown } = {},
  ) {
    super(detail, { cause: more.cause });
    this.name = 'Problem';
    this.code = code;
    this.mistakes = more.mistakes ?? [];
    this.members = more.members ?? {};
  }
}
