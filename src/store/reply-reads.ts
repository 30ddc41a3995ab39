/** Reads replies together with the prompts they answer. */
import type { Reading } from './database.ts';

/** Replies with the text of their prompts; conditions are the caller's. */
export function selectReplies(db: Reading) {
  return db
    .selectFrom('replies')
    .innerJoin('prompts', (join) =>
      join.onRef('prompts.brandId', '=', 'replies.brandId').onRef('prompts.textHash', '=', 'replies.textHash'),
    )
    .selectAll('replies')
    .select('prompts.text as prompt');
}
