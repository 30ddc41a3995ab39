/** What people do with lines besides deciding them, put together. */
import type { RequestCohort } from '../domain/variant-request.ts';
import type { CompiledPolicies } from '../guardrails/compiled-policies.ts';
import type { JobQueue, NewJob } from '../ports/job-queue.ts';
import type { Moment } from '../ports/moment.ts';
import type { Store } from '../ports/store.ts';
import { lineComments } from './comment-on-line.ts';
import { copyingLines } from './copy-line.ts';
import { previewingReplacements } from './preview-replacement.ts';
import { rewordingLines } from './reword-line.ts';
import { sendingBack } from './send-back.ts';

/** `jobFor` makes the job that drafts a run. */
export function lineActs(parts: {
  readonly store: Pick<Store, 'lineActs' | 'review'>;
  readonly moment: Moment;
  readonly compiled: CompiledPolicies;
  readonly queue: Pick<JobQueue<'draft-cohort'>, 'wake'>;
  readonly jobFor: (cohort: Pick<RequestCohort, 'id' | 'brandId' | 'run'>) => NewJob;
}) {
  const { lineActs: store, review } = parts.store;
  const { moment, compiled, queue, jobFor } = parts;
  const comments = lineComments({ store, moment });
  return {
    comments: comments.of,
    comment: comments.comment,
    sendBack: sendingBack({ store, moment, compiled, queue, jobFor }),
    copy: copyingLines({ store, review, moment, compiled }),
    reword: rewordingLines({ store, moment, compiled }),
    previewReplacement: previewingReplacements({ store: review, moment, compiled }),
  };
}
