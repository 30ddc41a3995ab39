/** The book of this window with the service behind it. */
import type { QueryClient } from '@tanstack/react-query';
import { isProblem } from '../api/api-error.ts';
import { call } from '../api/call.ts';
import { putEntry, refreshCohort } from '../api/cohort-cache.ts';
import { endpoints } from '../api/endpoints.ts';
import { withCounted } from './at-once.ts';
import { type DecisionBook, decisionBook, type Taken } from './decision-book.ts';

/** What is answered is put into the cache `queries`; the cohort is read again once nothing is under way. */
export function newBook(queries: QueryClient): DecisionBook {
  const book = decisionBook({ newKey: () => crypto.randomUUID(), send, onAnswer });
  return book;

  function send({ key, entry, decision }: Taken) {
    const { id, version } = entry.item;
    return call(endpoints.decide, { params: { id }, body: { version, decision }, key });
  }

  async function onAnswer({ entry, progress }: Taken): Promise<void> {
    if (progress.kind === 'saved') {
      const ruled = progress.ruling.entry;
      await putEntry(queries, ruled, (view) => withCounted(view, ruled.item.state));
    }
    if (progress.kind === 'refused') {
      if (isProblem(progress.error, 'not-signed-in')) void queries.invalidateQueries({ queryKey: ['me'] });
      const { current } = progress.error;
      if (current) await putEntry(queries, current, (view) => view);
    }
    const isQuiet = book.taken().every((each) => each.progress.kind !== 'saving');
    if (isQuiet || progress.kind === 'refused') void refreshCohort(queries, entry.item.cohortId);
  }
}
