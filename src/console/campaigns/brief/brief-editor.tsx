/** A brief as a form or as text, with what is wrong with it beside. */
import { Button, Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { onSend } from '../../keyboard/on-send.ts';
import { FailureNotice } from '../../shell/failure-notice.tsx';
import { Page } from '../../shell/page.tsx';
import { BriefDraftProvider } from './brief-draft.tsx';
import styles from './brief-editor.module.css';
import { BriefForm } from './brief-form.tsx';
import { CheckPanel } from './check-panel.tsx';
import { TextView } from './text-view.tsx';
import type { useEditor } from './use-editor.ts';

/** The heading of what is missing, where focus goes when something is. */
export const checkHeadingId = 'brief-check';

/** `acts` are the buttons that send it; `notices` stand above all. */
export function BriefEditor(props: {
  readonly title: string;
  readonly editor: ReturnType<typeof useEditor>;
  readonly brands: readonly { readonly value: string; readonly label: string }[];
  readonly isNew: boolean;
  readonly above: ReactNode;
  readonly notices: ReactNode;
  readonly effects: ReactNode;
  readonly acts: ReactNode;
  /** What Ctrl or ⌘ + Enter does: the first of the acts. */
  readonly onSend: () => void;
}) {
  const { editor } = props;
  const isText = editor.view === 'text';
  const { words, failure, retry } = editor.textModule;
  return (
    <Page onKeyDown={onSend(props.onSend)}>
      {props.above}
      <header className={styles.head}>
        <h1>{props.title}</h1>
        <fieldset className={styles.views} aria-label="View of the brief">
          <Button variant={isText ? 'default' : 'filled'} size="xs" aria-pressed={!isText} onClick={editor.showForm}>
            As a form
          </Button>
          <Button
            variant={isText ? 'filled' : 'default'}
            size="xs"
            aria-pressed={isText}
            onClick={() => void editor.showText()}
          >
            As text
          </Button>
        </fieldset>
      </header>
      {props.notices}
      <div className={styles.columns}>
        {isText ? (
          <div>
            {failure && <FailureNotice error={failure} onRetry={retry} />}
            {!words && !failure && <Skeleton height={300} aria-label="Loading the text view" />}
            {words && <TextView text={editor.text} onText={editor.type} mistakes={editor.lineMistakes()} />}
          </div>
        ) : (
          <BriefDraftProvider value={editor.shared}>
            <BriefForm brands={props.brands} openCohort={editor.openCohort} onOpenCohort={editor.setOpenCohort} />
          </BriefDraftProvider>
        )}
        <aside className={styles.aside} aria-label="Before it is sent">
          {/* Above what the answers of the live check make longer or shorter, so that no button moves under a pointer. */}
          <div className={styles.acts}>{props.acts}</div>
          {props.effects}
          <CheckPanel
            draft={editor.draft}
            checked={editor.checked}
            mistakes={editor.mistakes}
            isListed={!isText}
            onGo={editor.goTo}
            isNew={props.isNew}
            headingId={checkHeadingId}
          />
        </aside>
      </div>
    </Page>
  );
}
