/** Putting a changed text in the place of a waiting line. */
import type { ReplacementView } from '../../http/contracts/line-acts-routes.ts';
import { isProblem } from '../api/api-error.ts';
import { call } from '../api/call.ts';
import { endpoints } from '../api/endpoints.ts';
import type { Outcome } from './replacement-row.tsx';

/** What became of it, in words. */
export async function rewordTo({ item, after }: ReplacementView, why: string): Promise<Outcome> {
  try {
    await call(endpoints.rewordLine, { params: { id: item.id }, body: { version: item.version, ...after, why } });
    return { isDone: true, words: 'Changed' };
  } catch (error) {
    if (!isProblem(error)) throw error;
    return { isDone: false, words: `Not changed: ${error.message}` };
  }
}
