/** Editing a line. What the server would find in the typed text stands below it as one types; nothing typed is lost. */
import { Button, Textarea } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Finding, Verdict } from '../../domain/finding.ts';
import type { QueueEntryView } from '../../http/contracts/review-routes.ts';
import { useTextCheck } from '../api/use-text-check.ts';
import { Icon } from '../shell/icon.tsx';
import { AskOverride } from './ask-override.tsx';
import type { Draft } from './drafts.ts';
import styles from './edit-form.module.css';
import cardStyles from './line-card.module.css';
import { InboxPreview } from './preview/inbox-preview.tsx';
import { TextFindings } from './text-findings.tsx';
import { withSuggestion } from './with-suggestion.ts';

/** The editor; `isClosed` once the line was decided by somebody else, when there is nothing left to save to. */
export function EditForm(props: {
  readonly entry: QueueEntryView;
  readonly draft: Draft;
  readonly locale: string;
  readonly refused: { readonly text: string; readonly verdict: Verdict } | null;
  readonly isSaving: boolean;
  readonly isClosed: boolean;
  readonly onType: (draft: Draft) => void;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
}) {
  const { draft, entry } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  const check = useTextCheck(entry.item.id, draft);
  const [isPreviewed, setIsPreviewed] = useState(false);
  useEffect(() => {
    const end = field.current?.value.length ?? 0;
    field.current?.setSelectionRange(end, end);
  }, []);
  // Also after a refusal: the button that was pressed may have lost its focus while the text was being checked.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new refusal asks for the field again.
  useEffect(() => field.current?.focus(), [props.refused]);
  const canSave = draft.text !== '' && !props.isClosed;
  // A suggestion is for the text it was made for; on any other its place means nothing.
  const taking = ({ suggestion, field: of }: Finding) =>
    suggestion && check.isCurrent
      ? () => {
          props.onType(withSuggestion(draft, suggestion, of));
          field.current?.focus();
        }
      : null;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const digit = event.altKey ? /^Digit([1-9])$/.exec(event.code)?.[1] : undefined;
    const finding = digit === undefined ? undefined : check.answer?.check.findings[Number(digit) - 1];
    if (digit !== undefined) event.preventDefault();
    if (finding) taking(finding)?.();
    if (event.key !== 'Enter') return;
    event.preventDefault();
    if ((event.ctrlKey || event.metaKey) && canSave) props.onSave();
  };
  const input = { lang: props.locale, dir: 'auto', spellCheck: true, autosize: true, minRows: 1, maxLength: 1000 };
  const isRefused = props.refused !== null && props.refused.text === draft.text;
  return (
    <section className={cardStyles.form} aria-label="Edit this line">
      <Textarea
        {...input}
        ref={field}
        label="Your text"
        description={hintFor(props.isClosed)}
        size="md"
        classNames={{ input: cardStyles.editor }}
        value={draft.text}
        onChange={(event) => props.onType({ ...draft, text: event.currentTarget.value })}
        onKeyDown={onKeyDown}
      />
      {draft.preheader !== null && (
        <Textarea
          {...input}
          label="Preheader"
          value={draft.preheader}
          onChange={(event) => props.onType({ ...draft, preheader: event.currentTarget.value })}
          onKeyDown={onKeyDown}
        />
      )}
      {isRefused && (
        <p className={styles.refused}>
          <Icon name="block" /> Not approved: the policy blocks this text. Change it and save again.
        </p>
      )}
      {isRefused && !props.isClosed && (
        <AskOverride key={draft.text} wanted={{ item: entry.item.id, text: draft.text, preheader: draft.preheader }} />
      )}
      <TextFindings
        check={check}
        refused={isRefused ? (props.refused?.verdict ?? null) : null}
        draft={draft}
        original={entry.candidate}
        locale={props.locale}
        taking={taking}
      />
      <div className={cardStyles.actions}>
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
        <Button variant="default" aria-pressed={isPreviewed} onClick={() => setIsPreviewed(!isPreviewed)}>
          Preview
        </Button>
        <Button variant="subtle" onClick={props.onDiscard}>
          Discard my text
        </Button>
      </div>
      {isPreviewed && check.answer && (
        <InboxPreview
          check={check.answer.check}
          locale={props.locale}
          note={check.isCurrent ? null : 'This is how an older text looks.'}
        />
      )}
    </section>
  );
}

function hintFor(isClosed: boolean): string {
  if (isClosed) return 'Nothing can be saved here any more. Your text stays until you discard it.';
  return 'Ctrl or ⌘ + Enter saves and approves. Esc goes back and keeps what you typed.';
}
