/** Taking decisions back: not sending them, undoing them, or recalling what is released already. */
import { useQueryClient } from '@tanstack/react-query';
import { navigate } from 'wouter/use-browser-location';
import type { QueueEntryView } from '../../http/contracts/review-routes.ts';
import { isProblem } from '../api/api-error.ts';
import { call } from '../api/call.ts';
import { putEntry, refreshCohort } from '../api/cohort-cache.ts';
import { endpoints } from '../api/endpoints.ts';
import { cohortPath } from '../navigation/addresses.ts';
import { useAnnounce } from '../shell/announcer.tsx';
import type { Taken } from './decision-book.ts';
import { useDeciding } from './use-deciding.ts';

/** `undoLast` is for the key, `undoTaken` for what was just decided, `undo` for any decided line. */
export function useTakeBack() {
  const { book, want, askRecall } = useDeciding();
  const queries = useQueryClient();
  const announce = useAnnounce();

  /** The line is back in its place, and focus goes there. */
  function comeBack({ id, cohortId }: QueueEntryView['item'], what: string): void {
    announce(what);
    if (window.location.pathname !== cohortPath(cohortId)) navigate(cohortPath(cohortId));
    want({ itemId: id, cohortId });
  }

  async function undo(entry: QueueEntryView): Promise<void> {
    const { id, version, cohortId } = entry.item;
    try {
      const { entry: undone } = await call(endpoints.undo, { params: { id }, body: { version } });
      book.forget((each) => each.entry.item.id === id);
      await putEntry(queries, undone, (view) => view);
      comeBack(undone.item, 'Undone. The line waits for a decision again.');
    } catch (error) {
      if (!isProblem(error)) throw error;
      const line = error.current?.line ?? entry.line;
      if (error.code === 'already-delivered' && line) askRecall({ line });
      else announce(`Not undone. ${error.message}`);
    }
    await refreshCohort(queries, cohortId);
  }

  async function undoTaken(key: string): Promise<void> {
    const first = find(key);
    if (first && book.withdraw(key)) return comeBack(first.entry.item, 'Taken back. Nothing was saved.');
    await book.settled(key);
    const answered = find(key);
    if (answered?.progress.kind === 'saved') return undo(answered.progress.ruling.entry);
    if (answered && book.withdraw(key)) comeBack(answered.entry.item, 'Taken back. Nothing was saved.');
  }

  function find(key: string): Taken | undefined {
    return book.taken().find((each) => each.key === key);
  }

  return {
    undo,
    undoTaken,
    undoLast(): void {
      const last = book.taken().findLast(({ progress }) => progress.kind !== 'refused');
      if (last) void undoTaken(last.key);
      else announce('Nothing to undo here. Decided lines can be undone in their list below their cohort.');
    },
  };
}
