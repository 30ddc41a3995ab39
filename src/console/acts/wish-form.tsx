/** "Five more, warmer": asking for more lines of a cohort with a wish. */
import { NativeSelect } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { refreshCohort } from '../api/cohort-cache.ts';
import { endpoints } from '../api/endpoints.ts';
import { useLineAct } from '../api/use-line-act.ts';
import { useAnnounce } from '../shell/announcer.tsx';
import { count } from '../words/counts.ts';
import { WordsForm } from './words-form.tsx';

const counts = Array.from({ length: 10 }, (_, index) => String(index + 1));

/** `isEmbedded` says that no model reads the wish. */
export function WishForm(props: {
  readonly cohortId: string;
  readonly isEmbedded: boolean;
  readonly onDone: () => void;
}) {
  const { cohortId } = props;
  const [wanted, setWanted] = useState('5');
  const queries = useQueryClient();
  const announce = useAnnounce();
  const { isBusy, failure, run } = useLineAct();
  const save = async (note: string) => {
    const body = { note, count: Number(wanted) };
    const noted = await run(() => call(endpoints.noteCohort, { params: { id: cohortId }, body }));
    if (!noted) return;
    announce(`${count(body.count, 'more line')} being drafted. They appear here by themselves.`);
    props.onDone();
    await refreshCohort(queries, cohortId);
  };
  const reads = props.isEmbedded ? ' The embedded writer gives the lines and does not read the wish.' : '';
  return (
    <WordsForm
      label="More lines with a wish"
      field="How should they be?"
      description={`For example: warmer, no pun. A wish changes neither facts nor policy; the new lines are checked and wait like any other.${reads}`}
      missing="Say how they should be."
      button="Draft them"
      maxLength={500}
      isBusy={isBusy}
      failure={failure}
      onSave={(note) => void save(note)}
      onBack={props.onDone}
    >
      <NativeSelect
        label="How many"
        w={120}
        data={counts}
        value={wanted}
        onChange={(event) => setWanted(event.currentTarget.value)}
      />
    </WordsForm>
  );
}
