/** The tabs of the review queue: where a line stands. */
import * as z from 'zod';

/**
 * `waiting` for a person; `mine` are those I decided; `blocked` are candidates that no person sees by themselves;
 * `expired` holds what was put away as not needed too.
 */
export const QueueTab = z.enum(['waiting', 'mine', 'blocked', 'approved', 'rejected', 'expired']);
export type QueueTab = z.infer<typeof QueueTab>;
