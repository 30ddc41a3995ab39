/** The lines of one page, walked through, chosen and decided. */
import { Button } from '@mantine/core';
import { type RefObject, useRef, useState } from 'react';
import { navigate } from 'wouter/use-browser-location';
import { isOpen } from '../../../domain/review-states.ts';
import type { QueueLineView } from '../../../http/contracts/queue-routes.ts';
import type { useLineList } from '../../api/use-line-list.ts';
import type { Session } from '../../api/use-session.ts';
import { cohortPath, linePath } from '../../navigation/addresses.ts';
import { useKeptBrand } from '../../navigation/use-address-state.ts';
import { useAnnounce } from '../../shell/announcer.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { LineTable } from './line-table.tsx';
import styles from './list-page.module.css';
import { isAskable } from './override-cell.tsx';
import { OverrideDialog } from './override-dialog.tsx';
import { useBulk } from './use-bulk.ts';
import type { useListAddress } from './use-list-address.ts';
import { useListKeys } from './use-list-keys.ts';
import { rowId, useSeenRows, useSelection } from './use-selection.ts';

/** How exactly ages are told. */
const minuteMs = 60_000;

/** Made anew for another page: what was chosen and said belongs to this one. */
export function ListLines(props: {
  readonly address: ReturnType<typeof useListAddress>;
  readonly name: string;
  readonly list: ReturnType<typeof useLineList>;
  readonly session: Session;
  readonly searchRef: RefObject<HTMLInputElement | null>;
}) {
  const { address, list, session } = props;
  const { tab } = address;
  const announce = useAnnounce();
  const keptBrand = useKeptBrand();
  const seen = useRef<(id: string) => boolean>(() => false);
  const bulk = useBulk({ lines: list.lines, wasSeen: (id) => seen.current(id), refresh: list.refresh });
  const lines = bulk.kept ?? list.lines;
  const ids = lines.map(({ id }) => id);
  const selection = useSelection(ids);
  seen.current = useSeenRows(ids);
  const [rejecting, setRejecting] = useState<readonly string[] | null>(null);
  const [asking, setAsking] = useState<QueueLineView | null>(null);
  const active = lines.find(({ id }) => id === selection.active);
  const canChoose = tab === 'waiting' && lines.some(({ campaign }) => session.mayDecide(campaign.brandId));
  const isDeciding = canChoose && bulk.kept === null;
  const targets = selection.selected.length > 0 ? selection.selected : active ? [active.id] : [];

  const open = (line: QueueLineView) =>
    navigate(
      keptBrand(
        line.item && isOpen(line.item.state) ? cohortPath(line.cohort.id, line.id) : linePath(line.candidate.id),
      ),
    );
  const mayAsk = ({ campaign }: QueueLineView) => tab === 'blocked' && session.mayDecide(campaign.brandId);
  const approve = () => {
    const why = bulk.whyNotApprove(targets);
    if (why !== null) announce(`Not approved. ${why}`);
    else if (targets.length > 0) void bulk.decide(targets, { kind: 'approve' }, selection.clear);
  };
  const leaveReasons = () => {
    setRejecting(null);
    document.getElementById(rowId(selection.active ?? ''))?.focus();
  };
  useListKeys({
    selection,
    onOpen: () => active && open(active),
    onHistory: () => active && navigate(keptBrand(linePath(active.candidate.id))),
    onSearch: () => props.searchRef.current?.focus(),
    acts: isDeciding
      ? { approve, reject: () => targets.length > 0 && setRejecting(targets), clear: selection.clear }
      : null,
    undo: bulk.canUndo ? bulk.undo : null,
    onAskOverride: active && mayAsk(active) && isAskable(active) ? () => setAsking(active) : null,
  });
  return (
    <>
      {bulk.failure && (
        <p role="alert" className={styles.told}>
          Not done: {bulk.failure} Your choice is kept.
        </p>
      )}
      {bulk.kept && (
        <p className={styles.told}>
          The rows below say what became of each line.
          <Button size="xs" onClick={bulk.goOn}>
            Show what waits now
          </Button>
        </p>
      )}
      {lines.length > 0 && (
        <LineTable
          lines={lines}
          tab={tab}
          name={props.name}
          nowMs={Math.floor(Date.now() / minuteMs) * minuteMs}
          canChoose={canChoose}
          mayAsk={mayAsk}
          isStale={list.isStale && bulk.kept === null}
          me={session.me.userId}
          selection={selection}
          results={bulk.results}
          actsOf={(line) => ({
            onTake: () => selection.take(line.id),
            onOpen: () => open(line),
            onToggle: (isRange) => (isRange ? selection.reach(line.id) : selection.toggle(line.id)),
            onCohort: () => address.choose({ cohort: line.cohort.id }),
            onAskOverride: () => setAsking(line),
            onCampaign: () => address.choose({ campaign: line.campaign.id, cohort: null }),
          })}
        />
      )}
      <OverrideDialog
        line={asking}
        onClose={() => setAsking(null)}
        onAsked={async () => {
          const row = rowId(asking?.id ?? '');
          await list.refresh();
          setAsking(null);
          // The button that was pressed is gone.
          document.getElementById(row)?.focus();
        }}
      />
      {(rejecting !== null || (isDeciding && selection.selected.length > 0)) && (
        <BulkBar
          ids={rejecting ?? selection.selected}
          isRejecting={rejecting !== null}
          isBusy={bulk.isBusy}
          whyNotApprove={bulk.whyNotApprove(selection.selected)}
          onApprove={approve}
          onReject={() => setRejecting(selection.selected)}
          onDecide={(decision) =>
            void bulk.decide(rejecting ?? [], decision, () => {
              selection.clear();
              setRejecting(null);
            })
          }
          onClear={rejecting === null ? selection.clear : leaveReasons}
        />
      )}
    </>
  );
}
