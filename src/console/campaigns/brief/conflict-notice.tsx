/** Somebody else changed the brief meanwhile: who, what, and how to go on. What was typed stays. */
import { Button } from '@mantine/core';
import { dayAndTime } from '../../words/dates.ts';
import { memberName } from '../member-names.ts';
import styles from './brief-editor.module.css';
import { draftOf } from './draft.ts';
import { changedMembers, mineOnTheirs } from './merge-briefs.ts';
import type { useEditor } from './use-editor.ts';
import type { Conflict } from './use-revising.ts';

/** Nothing is saved by either choice. */
export function ConflictNotice(props: {
  readonly conflict: Conflict;
  readonly editor: ReturnType<typeof useEditor>;
  readonly onSettled: () => void;
}) {
  const { conflict, editor } = props;
  const theirs = draftOf(conflict.brief);
  const changed = changedMembers(editor.initial, theirs);
  const both = changedMembers(editor.initial, editor.draft).filter((name) => changed.includes(name));
  const take = (now: typeof theirs) => {
    editor.rebase(conflict.revision, theirs, now);
    props.onSettled();
  };
  return (
    <section className={styles.conflict} role="alert" aria-labelledby="conflict">
      <h2 id="conflict">Not saved: the brief changed since you opened it</h2>
      <p>
        {conflict.by?.name ?? 'Somebody'} changed {inWords(changed)} on {dayAndTime(conflict.createdAt)} (revision{' '}
        {conflict.revision}). What you typed is still here.
        {both.length > 0 && ` Both of you changed ${inWords(both)}; yours would stand.`}
      </p>
      <div className={styles.views}>
        <Button size="xs" onClick={() => take(mineOnTheirs(editor.initial, editor.draft, theirs))}>
          Put my changes on top
        </Button>
        <Button size="xs" variant="default" onClick={() => take(theirs)}>
          Drop mine and take theirs
        </Button>
      </div>
    </section>
  );
}

function inWords(names: readonly string[]): string {
  return names.length === 0 ? 'nothing' : names.map(memberName).join(', ');
}
