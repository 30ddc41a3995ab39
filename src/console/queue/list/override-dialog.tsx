/** Asking for the block of a line in the list to be lifted. */
import type { QueueLineView } from '../../../http/contracts/queue-routes.ts';
import { AskForm } from '../../line/ask-form.tsx';
import { Dialog } from '../../shell/dialog.tsx';
import { FindingsList } from '../../text/findings-list.tsx';
import { MarkedLine } from '../../text/marked-line.tsx';

/** Open while there is a line. */
export function OverrideDialog(props: {
  readonly line: QueueLineView | null;
  readonly onClose: () => void;
  readonly onAsked: () => void;
}) {
  const { line, onClose } = props;
  return (
    <Dialog title="Ask for an override" isOpen={line !== null} onClose={onClose} size="lg">
      {line && (
        <>
          <MarkedLine
            text={line.candidate.text}
            preheader={line.candidate.preheader}
            findings={line.candidate.verdict.findings}
            locale={line.locale}
          />
          <FindingsList findings={line.candidate.verdict.findings} />
          <p>
            Once a policy owner grants it, the line waits in the queue, and somebody else than they approves it. It
            holds for this text alone.
          </p>
          <AskForm wanted={{ candidate: line.candidate.id }} onAsked={props.onAsked} onBack={onClose} />
        </>
      )}
    </Dialog>
  );
}
