/** What is said about saving, wherever one is: no connection, and decisions that the server did not take. */
import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { navigate } from 'wouter/use-browser-location';
import { useShortcuts } from '../keyboard/keyboard.tsx';
import { cohortPath } from '../navigation/addresses.ts';
import { noticesPlaceId, useAnnounce } from '../shell/announcer.tsx';
import { count } from '../words/counts.ts';
import { decisionSentence } from '../words/decisions.ts';
import styles from './deciding.module.css';
import { isUnsaved, type Taken } from './decision-book.ts';
import { headOf } from './refusal.ts';
import { useDeciding } from './use-deciding.ts';
import { useTakeBack } from './use-take-back.ts';

/** Notices above the status line; they stay until they are settled or put away, and take no focus. */
export function Dock() {
  const { taken, book, want } = useDeciding();
  const { undoLast } = useTakeBack();
  useShortcuts({ z: undoLast });
  useSayReconnected(taken);
  const place = document.getElementById(noticesPlaceId);
  const unreached = taken.filter(({ progress }) => progress.kind === 'unreached');
  const refused = taken.filter((each) => each.isShownAtOnce && each.progress.kind === 'refused');
  if (!place) return null;
  return createPortal(
    <>
      {unreached.length > 0 && (
        <div role="alert" className={styles.notice}>
          <p>
            <strong>No connection. {count(unreached.length, 'decision')} not saved yet.</strong> Nothing is lost: they
            are kept in this window and sent as soon as the service answers. Do not close it until then.
          </p>
          <Button size="xs" variant="default" onClick={book.retry}>
            Try now
          </Button>
        </div>
      )}
      {refused.map((each) => (
        <RefusedNotice
          key={each.key}
          taken={each}
          onShow={() => {
            const { id, cohortId } = each.entry.item;
            if (window.location.pathname !== cohortPath(cohortId)) navigate(cohortPath(cohortId));
            want({ itemId: id, cohortId });
          }}
          onClose={() => book.forget(({ key }) => key === each.key)}
        />
      ))}
    </>,
    place,
  );
}

/** Once everything that waited for the connection is answered; what was refused has a notice of its own. */
function useSayReconnected(taken: readonly Taken[]): void {
  const announce = useAnnounce();
  const waited = useRef(new Set<string>());
  useEffect(() => {
    for (const { key, progress } of taken) if (progress.kind === 'unreached') waited.current.add(key);
    if (waited.current.size === 0 || taken.some(isUnsaved)) return;
    const saved = taken.filter(({ key, progress }) => waited.current.has(key) && progress.kind === 'saved').length;
    waited.current.clear();
    if (saved > 0) announce(`Connected again. ${count(saved, 'decision')} saved.`);
  }, [taken, announce]);
}

function RefusedNotice(props: { readonly taken: Taken; readonly onShow: () => void; readonly onClose: () => void }) {
  const { entry, progress, decision } = props.taken;
  const { me } = useDeciding();
  if (progress.kind !== 'refused') return null;
  const { error } = progress;
  const other = error.current?.decision;
  const isMine = other?.decidedBy === me.userId;
  return (
    <div role="alert" className={styles.notice}>
      <p>
        <strong>{headOf(error, entry)}</strong> <bdi className={styles.text}>“{entry.candidate.text}”</bdi>{' '}
        {other
          ? decisionSentence(other, isMine ? 'You (in another window)' : (error.current?.decidedBy ?? null))
          : error.message}
      </p>
      {decision.comment && <p>Your comment was: “{decision.comment}”</p>}
      <div className={styles.buttons}>
        {!other && (
          <Button size="xs" variant="default" onClick={props.onShow}>
            Show the line
          </Button>
        )}
        <Button size="xs" variant="subtle" onClick={props.onClose}>
          Put this notice away
        </Button>
      </div>
    </div>
  );
}
