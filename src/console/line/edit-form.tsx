/** Editing a line. The server checks the new text; what it finds is shown here and nothing typed is lost. */
import { Button, Textarea } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { Verdict } from '../../domain/finding.ts';
import { count } from '../words/counts.ts';
import type { Draft } from './drafts.ts';
import styles from './line-card.module.css';
import { RefusedText } from './refused-text.tsx';

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
    const end = field.current?.value.length ?? 0;
    field.current?.setSelectionRange(end, end);
  }, []);
  // Also after a refusal: the button that was pressed may have lost its focus while the text was being checked.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new refusal asks for the field again.
  useEffect(() => field.current?.focus(), [props.refused]);
  const length = count([...graphemes.segment(draft.text)].length, 'character');
  const canSave = draft.text !== '' && !props.isClosed;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if ((event.ctrlKey || event.metaKey) && canSave) props.onSave();
  };
  return (
    <section className={styles.form} aria-label="Edit this line">
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
      {props.refused && (
        <RefusedText
          {...props.refused}
          locale={props.locale}
          onUse={props.refused.text === draft.text ? (text) => props.onType({ ...draft, text }) : null}
        />
      )}
    </section>
  );
}
