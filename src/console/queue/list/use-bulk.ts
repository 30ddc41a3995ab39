/** Deciding several lines at once, what became of each, and taking it back. */
import { useRef, useState } from 'react';
import type { BulkDecision } from '../../../domain/bulk-decision.ts';
import { mostApprovedAtOnce } from '../../../domain/bulk-limits.ts';
import type { BulkResultView, QueueLineView } from '../../../http/contracts/queue-routes.ts';
import { isProblem } from '../../api/api-error.ts';
import { call } from '../../api/call.ts';
import { endpoints } from '../../api/endpoints.ts';
import { useAnnounce } from '../../shell/announcer.tsx';
import { count } from '../../words/counts.ts';

/** What became of one line. */
export type LineResult = BulkResultView['results'][number] & { readonly verb: string };

type Seen = { readonly id: string; readonly version: number };

/** `refresh` reads the list again; the rows stay as they are while there is something to say of them. */
export function useBulk(parts: {
  readonly lines: readonly QueueLineView[];
  readonly wasSeen: (id: string) => boolean;
  readonly refresh: () => Promise<unknown>;
}) {
  const announce = useAnnounce();
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [kept, setKept] = useState<readonly QueueLineView[] | null>(null);
  const [results, setResults] = useState<ReadonlyMap<string, LineResult>>(new Map());
  const [undoable, setUndoable] = useState<readonly Seen[]>([]);
  const isUndoing = useRef(false);

  async function busy(work: () => Promise<void>): Promise<void> {
    if (isBusy) return;
    setIsBusy(true);
    setFailure(null);
    try {
      await work();
    } catch (error) {
      if (!isProblem(error)) throw error;
      setFailure(error.message);
    } finally {
      setIsBusy(false);
    }
  }

  function goOn(): Promise<unknown> {
    setKept(null);
    setResults(new Map());
    return parts.refresh();
  }

  /** One after the other; what cannot be taken back any more says why. */
  async function undo(decided: readonly Seen[]): Promise<void> {
    if (isUndoing.current) return;
    isUndoing.current = true;
    setUndoable([]);
    setFailure(null);
    let done = 0;
    try {
      for (const { id, version } of decided) {
        await call(endpoints.undo, { params: { id }, body: { version } });
        done += 1;
      }
    } catch (error) {
      if (!isProblem(error)) throw error;
      setFailure(error.message);
    } finally {
      isUndoing.current = false;
      if (done > 0) announce(`Taken back: ${count(done, 'line')}.`);
      await goOn();
    }
  }

  return {
    isBusy,
    failure,
    results,
    /** The rows a result is shown on; they are read again when whoever looks goes on. */
    kept,
    goOn: () => void goOn(),
    canUndo: undoable.length > 0,
    decide: (ids: readonly string[], decision: BulkDecision, onDone: () => void) =>
      busy(async () => {
        const items = itemsOf(parts.lines, ids);
        const { results: told } = await call(endpoints.decideLines, { body: { items, decision } });
        const verb = decision.kind === 'approve' ? 'Approved' : 'Rejected';
        const done = told.filter(({ outcome }) => outcome === 'done');
        const versions = new Map(items.map(({ id, version }) => [id, version]));
        const decided = done.map(({ id }) => ({ id, version: (versions.get(id) ?? 0) + 1 }));
        const act = { label: 'Undo', shortcut: 'z', onAct: () => void undo(decided), state: null };
        setUndoable(decided);
        onDone();
        if (done.length < told.length) {
          setKept(parts.lines);
          setResults(new Map(told.map((result) => [result.id, { ...result, verb }])));
          announce(
            `${verb} ${done.length} of ${told.length}. The rows say why the others were not.`,
            done.length > 0 ? act : undefined,
          );
          return;
        }
        await goOn();
        announce(`${verb}: ${count(done.length, 'line')}.`, act);
      }),
    undo: () => void undo(undoable),
    /** Why these lines cannot be approved together, or `null`. */
    whyNotApprove(ids: readonly string[]): string | null {
      const chosen = parts.lines.filter(({ id }) => ids.includes(id));
      const found = chosen.filter(({ candidate }) => candidate.verdict.findings.length > 0).length;
      if (chosen.length > mostApprovedAtOnce) return `At most ${mostApprovedAtOnce} lines can be approved at once.`;
      if (found > 0)
        return `${count(found, 'line')} with findings: ${found === 1 ? 'it is' : 'they are'} approved one by one.`;
      const unseen = chosen.filter(({ id }) => !parts.wasSeen(id)).length;
      return unseen > 0
        ? `${count(unseen, 'line')} not on screen yet: scroll to read ${unseen === 1 ? 'it' : 'them'}.`
        : null;
    },
  };
}

function itemsOf(lines: readonly QueueLineView[], ids: readonly string[]): Seen[] {
  return lines.flatMap(({ id, item }) => (item && ids.includes(id) ? [{ id, version: item.version }] : []));
}
