/** Saving a changed brief in two steps: first what it would do, then doing it. */
import { useState } from 'react';
import { navigate } from 'wouter/use-browser-location';
import type { BriefOutcomeView } from '../../../http/contracts/brief-routes.ts';
import { isProblem } from '../../api/api-error.ts';
import { useSending } from '../../api/use-brief.ts';
import { campaignsPath, requestPath } from '../../navigation/addresses.ts';
import { useAnnounce } from '../../shell/announcer.tsx';
import { count } from '../../words/counts.ts';
import { checkHeadingId } from './brief-editor.tsx';
import type { Draft } from './draft.ts';
import { dropBrief } from './kept-brief.ts';
import type { useEditor } from './use-editor.ts';

/** The revision that went into force meanwhile. */
export type Conflict = NonNullable<Awaited<ReturnType<ReturnType<typeof useSending>['newest']>>>;

/** `id` names the brief, `name` what was typed for it. */
export function useRevising(id: string, name: string, editor: ReturnType<typeof useEditor>) {
  const { replace, newest } = useSending();
  const announce = useAnnounce();
  const [seen, setSeen] = useState<{ readonly of: Draft; readonly outcome: BriefOutcomeView } | null>(null);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  // What was seen of another draft says nothing of this one.
  const preview = seen?.of === editor.draft ? seen.outcome : null;

  const send = async (isDryRun: boolean, then: (outcome: BriefOutcomeView) => void) => {
    setIsBusy(true);
    setFailure(null);
    try {
      then(await replace(id, editor.draft, editor.base, isDryRun));
    } catch (error) {
      if (!isProblem(error)) throw error;
      if (error.code === 'precondition-failed') setConflict(await newest(id).catch(() => null));
      if (error.code !== 'precondition-failed') setFailure(error.message);
    } finally {
      setIsBusy(false);
    }
  };

  return {
    preview,
    conflict,
    failure,
    isBusy,
    back: seen?.outcome.request ? requestPath(seen.outcome.request.id) : campaignsPath,
    /** Settled by the person: the editor stands on the newest revision now. */
    settle: () => setConflict(null),
    look: async () => {
      editor.showAll();
      if (!editor.isReadable || editor.mistakes.length > 0) {
        document.getElementById(checkHeadingId)?.focus();
        return;
      }
      await send(true, (outcome) => {
        setSeen({ of: editor.draft, outcome });
        setTimeout(() => document.getElementById('effects')?.focus(), 0);
      });
    },
    save: () =>
      send(false, ({ brief, request, effects }) => {
        dropBrief(name);
        const voided = effects.voided.length === 0 ? '' : ` ${count(effects.voided.length, 'line')} void.`;
        announce(`Saved as revision ${brief?.revision ?? ''}.${voided}`);
        navigate(request ? requestPath(request.id) : campaignsPath);
      }),
  };
}
