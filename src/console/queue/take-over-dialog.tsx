/** Asks before lines are taken from whoever holds them: who that is, since when, and what becomes of their work. */
import { Button } from '@mantine/core';
import type { QueueCohortView } from '../../http/contracts/review-routes.ts';
import { call } from '../api/call.ts';
import { endpoints } from '../api/endpoints.ts';
import { useAct } from '../api/use-act.ts';
import { Dialog, DialogButtons } from '../shell/dialog.tsx';
import { count } from '../words/counts.ts';
import { timeHere } from '../words/dates.ts';

/** `onTaken` reads the cohort again and takes focus. */
export function TakeOverDialog(props: {
  readonly cohortId: string;
  readonly holders: QueueCohortView['holders'];
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onTaken: () => Promise<void>;
}) {
  const { cohortId, holders } = props;
  const act = useAct();
  const lines = count(
    holders.reduce((sum, holder) => sum + holder.lines, 0),
    'line',
  );
  const takeOver = async () => {
    const isDone = await act.run('take over', async () => {
      await call(endpoints.claim, { params: { id: cohortId }, query: { takeOver: 'true' } });
      return 'You hold these lines now.';
    });
    if (!isDone) return;
    props.onClose();
    await props.onTaken();
  };
  const close = () => {
    act.forget();
    props.onClose();
  };
  return (
    <Dialog title="Take these lines over?" isOpen={props.isOpen} onClose={close}>
      {holders.length === 0 && <p>Nobody else holds them any more.</p>}
      {holders.map(({ userId, name, since, until, lines: held }) => (
        <p key={userId}>
          <strong>{name}</strong> has held {count(held, 'line')} since {timeHere(since)}, until {timeHere(until)} unless
          they go on.
        </p>
      ))}
      <p>
        Ask them first where you can. They see at once that you hold the lines and can decide them no more; what they
        typed stays in their window.
      </p>
      {act.failure && <p role="alert">Not taken over. {act.failure.message}</p>}
      <DialogButtons>
        <Button onClick={() => void takeOver()} loading={act.busy !== null}>
          {holders.length === 0 ? 'Hold the lines' : `Take over ${lines}`}
        </Button>
        <Button variant="subtle" onClick={close} data-autofocus>
          {holders.length === 0 ? 'Close' : 'Leave them'}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
