/** Writing a line of one's own for a cohort: checked like any other, and decided like any other. */
import { Button, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Candidate } from '../../domain/candidate.ts';
import { call } from '../api/call.ts';
import { refreshCohort } from '../api/cohort-cache.ts';
import { endpoints } from '../api/endpoints.ts';
import { useLineAct } from '../api/use-line-act.ts';
import { useDeciding } from '../deciding/use-deciding.ts';
import { useAnnounce } from '../shell/announcer.tsx';
import { FindingsList } from '../text/findings-list.tsx';
import { MarkedLine } from '../text/marked-line.tsx';
import styles from './acts.module.css';

/** `hasPreheader` where the cohort's lines have one. */
export function OwnLineForm(props: {
  readonly cohortId: string;
  readonly locale: string;
  readonly hasPreheader: boolean;
  readonly onDone: () => void;
}) {
  const { cohortId, locale } = props;
  const [text, setText] = useState('');
  const [preheader, setPreheader] = useState('');
  const [refused, setRefused] = useState<Candidate | null>(null);
  const queries = useQueryClient();
  const announce = useAnnounce();
  const { want } = useDeciding();
  const { isBusy, failure, run } = useLineAct();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const save = async () => {
    if (text.trim() === '') return field.current?.focus();
    const body = { text, preheader: preheader === '' ? null : preheader };
    const written = await run(() => call(endpoints.writeLine, { params: { id: cohortId }, body }));
    if (!written) return;
    if (!written.item) {
      setRefused(written.candidate);
      field.current?.focus();
      return;
    }
    props.onDone();
    announce('Your line waits for a decision, like any other.');
    await refreshCohort(queries, cohortId);
    want({ itemId: written.item.id, cohortId });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (event.ctrlKey || event.metaKey) void save();
  };
  return (
    <section className={styles.form} aria-label="Write a line of your own">
      <Textarea
        ref={field}
        label="Your line"
        description="It is checked and then waits for a decision, like any other line."
        lang={locale}
        dir="auto"
        size="md"
        autosize
        minRows={1}
        maxLength={1000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {props.hasPreheader && (
        <Textarea
          label="Preheader, if you like"
          lang={locale}
          dir="auto"
          autosize
          minRows={1}
          maxLength={1000}
          value={preheader}
          onChange={(event) => setPreheader(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
      )}
      {failure && (
        <p role="alert" className={styles.failure}>
          Not saved. {failure.message} Your text is kept.
        </p>
      )}
      {refused && <Refused candidate={refused} locale={locale} />}
      <div className={styles.buttons}>
        <Button onClick={() => void save()} loading={isBusy} aria-keyshortcuts="Control+Enter Meta+Enter">
          Put it before review
        </Button>
        <Button variant="subtle" onClick={props.onDone}>
          Back
        </Button>
      </div>
    </section>
  );
}

function Refused({ candidate, locale }: { readonly candidate: Candidate; readonly locale: string }) {
  if (candidate.duplicateOf !== null)
    return (
      <p role="alert" className={styles.failure}>
        This cohort has a line with that text already. Write another one.
      </p>
    );
  return (
    <div role="alert" className={styles.refused}>
      <p className={styles.failure}>
        The policy blocks this text, so it does not go before review. Change it and try again.
      </p>
      <MarkedLine
        text={candidate.text}
        preheader={candidate.preheader}
        findings={candidate.verdict.findings}
        locale={locale}
      />
      <FindingsList findings={candidate.verdict.findings} />
    </div>
  );
}
