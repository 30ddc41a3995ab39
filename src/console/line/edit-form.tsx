/** Editing a line. The server checks the new text; what it finds is shown here and nothing typed is lost. */
import { Button, Textarea } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { Verdict } from '../../domain/finding.ts';
import { FindingsList } from '../text/findings-list.tsx';
import { SubjectText } from '../text/subject-text.tsx';
import { count } from '../words/counts.ts';
import type { Draft } from './drafts.ts';
import styles from './line-card.module.css';
import { numbered } from './line-card.tsx';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The editor; `isClosed` once the line was decided by somebody else, when there is nothing left to save to. */
export function EditForm(props: {
  readonly draft: Draft;
  readonly locale: string;
  readonly refused: { readonly text: string; readonly verdict: Verdict } | null;
  readonly isSaving: boolean;
  readonly isClosed: boolean;
  readonly onType: (draft: Draft) => void;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
}) {
  const { draft } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(field.current.value.length, field.current.value.length);
  }, []);
  const length = count([...graphemes.segment(draft.text)].length, 'character');
  const canSave = draft.text !== '' && !props.isClosed;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if ((event.ctrlKey || event.metaKey) && canSave) props.onSave();
  };
  return (
    <section className={styles.form} aria-label="Edit this line">
      {props.refused && <Refused {...props.refused} locale={props.locale} />}
      <Textarea
        ref={field}
        label="Your text"
        description={`${length}.${props.isClosed ? '' : ' Saving checks it again and approves it.'}`}
        lang={props.locale}
        dir="auto"
        size="md"
        classNames={{ input: styles.editor }}
        autosize
        minRows={1}
        maxLength={1000}
        value={draft.text}
        onChange={(event) => props.onType({ ...draft, text: event.currentTarget.value })}
        onKeyDown={onKeyDown}
      />
      {draft.preheader !== null && (
        <Textarea
          label="Preheader"
          lang={props.locale}
          dir="auto"
          autosize
          minRows={1}
          maxLength={1000}
          value={draft.preheader}
          onChange={(event) => props.onType({ ...draft, preheader: event.currentTarget.value })}
          onKeyDown={onKeyDown}
        />
      )}
      <div className={styles.actions}>
        {!props.isClosed && (
          <Button
            onClick={props.onSave}
            disabled={!canSave}
            loading={props.isSaving}
            aria-keyshortcuts="Control+Enter Meta+Enter"
          >
            Save and approve
          </Button>
        )}
        <Button variant="subtle" onClick={props.onDiscard}>
          Discard my text
        </Button>
      </div>
    </section>
  );
}

function Refused(props: { readonly text: string; readonly verdict: Verdict; readonly locale: string }) {
  const { findings } = props.verdict;
  return (
    <div className={styles.refused}>
      <p>Not approved: the policy blocks this text. Change it below and save again.</p>
      <p>
        <SubjectText
          text={props.text}
          locale={props.locale}
          {...numbered(findings, (each) => each.field === undefined)}
        />
      </p>
      <FindingsList findings={findings} />
    </div>
  );
}
