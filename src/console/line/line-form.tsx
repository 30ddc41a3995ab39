/** The form a line's mode asks for, or none. */
import type { QueueEntryView } from '../../http/contracts/review-routes.ts';
import { CommentForm } from '../acts/comment-form.tsx';
import { SendBackForm } from '../acts/send-back-form.tsx';
import { EditForm } from './edit-form.tsx';
import type { LineMode } from './line-mode.ts';
import { PassForm } from './pass-form.tsx';
import { RejectForm } from './reject-form.tsx';
import type { useRejection } from './use-rejection.ts';
import type { useReview } from './use-review.ts';
import { waitsForYou } from './waits-for-you.ts';

/** Once somebody else decided the line only the editor stays, with the text to copy. */
export function LineForm(props: {
  readonly entry: QueueEntryView;
  readonly mode: LineMode;
  readonly line: NonNullable<ReturnType<typeof useReview>['line']>;
  readonly rejection: ReturnType<typeof useRejection>;
  readonly locale: string;
  readonly isSaving: boolean;
  readonly onCommented: () => void;
}) {
  const { mode, line, rejection, locale, isSaving } = props;
  const isPending = waitsForYou(props.entry);
  const form = { isSaving, onBack: line.back };
  switch (mode.kind) {
    case 'reading':
      return null;
    case 'editing':
      return (
        line.draft && (
          <EditForm
            entry={props.entry}
            draft={line.draft}
            locale={locale}
            refused={mode.refused}
            isSaving={isSaving}
            isClosed={!isPending}
            onType={line.type}
            onSave={() => line.draft && line.decide({ kind: 'approve-edited', ...line.draft })}
            onDiscard={line.discard}
          />
        )
      );
    case 'rejecting':
      return isPending ? (
        <RejectForm
          {...form}
          comment={rejection.comment}
          onComment={rejection.setComment}
          isOtherChosen={rejection.isOtherChosen}
          commentRef={rejection.field}
          onReject={rejection.reject}
        />
      ) : null;
    case 'commenting':
      return <CommentForm itemId={props.entry.item.id} onDone={props.onCommented} onBack={line.back} />;
    case 'sending-back':
      return isPending ? <SendBackForm entry={props.entry} onDone={line.sentBack} onBack={line.back} /> : null;
    case 'passing':
      return isPending ? (
        <PassForm
          {...form}
          verdict={mode.verdict}
          editedText={mode.approval.kind === 'approve-edited' ? mode.approval.text : null}
          locale={locale}
          onPass={(reason) => line.decide({ ...mode.approval, warningsPassed: reason })}
        />
      ) : null;
    default:
      return mode satisfies never;
  }
}
