/** Sending a line back with a word on what to change: it is rejected, and another is drafted in its place. */
import { useQueryClient } from '@tanstack/react-query';
import type { QueueEntryView } from '../../http/contracts/review-routes.ts';
import { call } from '../api/call.ts';
import { putEntry, refreshCohort } from '../api/cohort-cache.ts';
import { endpoints } from '../api/endpoints.ts';
import { useLineAct } from '../api/use-line-act.ts';
import { withCounted } from '../deciding/at-once.ts';
import { useAnnounce } from '../shell/announcer.tsx';
import { WordsForm } from './words-form.tsx';

/** `onDone` once it is sent back and the next line can be gone to. */
export function SendBackForm(props: {
  readonly entry: QueueEntryView;
  readonly onDone: () => void;
  readonly onBack: () => void;
}) {
  const { id, version, cohortId } = props.entry.item;
  const queries = useQueryClient();
  const announce = useAnnounce();
  const { isBusy, failure, run } = useLineAct();
  const save = async (wish: string) => {
    const ruling = await run(() => call(endpoints.sendBack, { params: { id }, body: { version, wish } }));
    if (ruling) {
      props.onDone();
      announce('Sent back. A new line is being drafted with your wish.');
      await putEntry(queries, ruling.entry, (view) => withCounted(view, ruling.entry.item.state));
    }
    await refreshCohort(queries, cohortId);
  };
  return (
    <WordsForm
      label="Send this line back"
      field="What should be different?"
      description="This line is rejected with your words, and one new line is drafted with them. It comes into this cohort by itself."
      missing="Say what should be different."
      button="Send back"
      maxLength={500}
      isBusy={isBusy}
      failure={failure}
      onSave={(wish) => void save(wish)}
      onBack={props.onBack}
    />
  );
}
