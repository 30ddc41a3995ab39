/** The body of every error (RFC 9457). */
import * as z from 'zod';
import { type ProblemCode, problems } from '../../domain/problem.ts';

/** Every code with the status it is answered with. */
export const problemStatus: Readonly<Record<ProblemCode, number>> = {
  'bad-request': 400,
  'invalid-brief': 422,
  'invalid-request': 422,
  'not-signed-in': 401,
  'not-allowed': 403,
  'cross-site': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'already-decided': 409,
  'version-changed': 409,
  'claimed-by-another': 409,
  'needs-another-person': 409,
  'override-exists': 409,
  'not-overridable': 409,
  'override-void': 409,
  'blocked-by-policy': 409,
  'warning-needs-reason': 409,
  'brief-exists': 409,
  'cohort-busy': 409,
  'lines-still-needed': 409,
  'endpoint-disabled': 409,
  'tag-not-convertible': 409,
  'already-delivered': 409,
  'not-released': 409,
  'approval-void': 409,
  'precondition-failed': 412,
  'idempotency-mismatch': 422,
  'idempotency-running': 409,
  'idempotency-answer-lost': 409,
  'key-over': 409,
  'key-replaced': 409,
  'last-admin': 409,
  'body-too-large': 413,
  'unsupported-media': 415,
  'precondition-required': 428,
  'too-many-requests': 429,
  'not-ready': 503,
  internal: 500,
};

export const ProblemDocument = z
  .looseObject({
    /** A stable address that explains the problem. */
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string().optional(),
    /** The last part of `type`, for switching on. */
    code: z.enum(Object.keys(problems)),
    requestId: z.string(),
    errors: z.array(z.strictObject({ pointer: z.string(), detail: z.string() })).optional(),
  })
  .meta({ id: 'Problem' });
export type ProblemDocument = z.infer<typeof ProblemDocument>;
