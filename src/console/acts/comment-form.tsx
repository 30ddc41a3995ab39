/** Saying something of a line without deciding it. */
import { call } from '../api/call.ts';
import { endpoints } from '../api/endpoints.ts';
import { useLineAct } from '../api/use-line-act.ts';
import { useAnnounce } from '../shell/announcer.tsx';
import { WordsForm } from './words-form.tsx';

/** `onDone` once it is saved. */
export function CommentForm(props: {
  readonly itemId: string;
  readonly onDone: () => void;
  readonly onBack: () => void;
}) {
  const announce = useAnnounce();
  const { isBusy, failure, run } = useLineAct();
  const save = async (comment: string) => {
    const said = await run(() => call(endpoints.comment, { params: { id: props.itemId }, body: { comment } }));
    if (!said) return;
    announce('Comment saved. The line still waits.');
    props.onDone();
  };
  return (
    <WordsForm
      label="Comment on this line"
      field="Your comment"
      description="Everybody who reviews this brand sees it. The line goes on waiting."
      missing="Write what you want to say."
      button="Save the comment"
      maxLength={2000}
      isBusy={isBusy}
      failure={failure}
      onSave={(comment) => void save(comment)}
      onBack={props.onBack}
    />
  );
}
