/** The name of the campaign, how far this brief of it is, and what can be done with all of it. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { navigate } from 'wouter/use-browser-location';
import type { RequestView } from '../../../http/contracts/campaign-routes.ts';
import { useBrands } from '../../api/use-brands.ts';
import type { useRequestActs } from '../../api/use-request-acts.ts';
import { briefPath, newBriefPath } from '../../navigation/addresses.ts';
import { StateChip } from '../../shell/state-chip.tsx';
import { count } from '../../words/counts.ts';
import { requestStates } from '../../words/states.ts';
import { CancelDialog } from './cancel-dialog.tsx';
import styles from './request-page.module.css';

/** Acts are for those who plan. */
export function RequestHead(props: {
  readonly request: RequestView;
  readonly isLive: boolean;
  readonly mayPlan: boolean;
  readonly acts: ReturnType<typeof useRequestActs>;
}) {
  const { request, acts } = props;
  const [isAsking, setIsAsking] = useState(false);
  const brand = useBrands().find(({ id }) => id === request.brandId)?.name ?? request.brandId;
  const stuck = request.cohorts.filter(({ state }) => state === 'failed' || state === 'exhausted').length;
  const isOver = request.state === 'cancelled';
  return (
    <header className={styles.head}>
      <div className={styles.names}>
        <h1>
          <bdi>{request.campaign.name}</bdi>
        </h1>
        <p className={styles.chips}>
          <StateChip words={requestStates[request.state]} />
          <span>{brand}</span>
          <span>drafted by {request.writer.kind === 'model' ? request.writer.name : 'the embedded writer'}</span>
          {request.sandbox && <span>sandbox</span>}
          {props.isLive && <span className={styles.live}>followed live</span>}
        </p>
      </div>
      {props.mayPlan && (
        <div className={styles.acts}>
          {stuck > 0 && (
            <Button onClick={() => void acts.retryAll()} loading={acts.isBusy(`retry ${request.id}`)}>
              Draft {count(stuck, 'stuck cohort')} again
            </Button>
          )}
          <Button variant="default" onClick={() => navigate(briefPath(request.briefId))}>
            Change the brief
          </Button>
          <Button variant="default" onClick={() => navigate(newBriefPath(request.briefId))}>
            Another like it
          </Button>
          {!isOver && (
            <Button variant="default" onClick={() => setIsAsking(true)}>
              Cancel…
            </Button>
          )}
        </div>
      )}
      <CancelDialog
        what={isAsking ? 'this brief' : null}
        onClose={() => setIsAsking(false)}
        isBusy={acts.isBusy(`cancel ${request.id}`)}
        failure={acts.failure}
        onCancel={acts.cancel}
      />
    </header>
  );
}
