/** The queue as a list: every line of a tab, narrowed, page by page, and several of them decided at once. */
import { Button, Skeleton } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useRef, useState } from 'react';
import { navigate } from 'wouter/use-browser-location';
import { isOpen } from '../../../domain/review-states.ts';
import { useLineList } from '../../api/use-line-list.ts';
import { useQueueCounts } from '../../api/use-queue-counts.ts';
import { cohortPath, linePath } from '../../navigation/addresses.ts';
import type { PageProps } from '../../navigation/page-props.ts';
import { useKeptBrand } from '../../navigation/use-address-state.ts';
import { useAnnounce } from '../../shell/announcer.tsx';
import { FailureNotice } from '../../shell/failure-notice.tsx';
import { ViewSwitch } from '../view-switch.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { EmptyList } from './empty-list.tsx';
import { LineTable } from './line-table.tsx';
import { ListFilters } from './list-filters.tsx';
import styles from './list-page.module.css';
import { ListPager } from './list-pager.tsx';
import { ListTabs } from './list-tabs.tsx';
import { useBulk } from './use-bulk.ts';
import { tabs, useListAddress } from './use-list-address.ts';
import { useListKeys } from './use-list-keys.ts';
import { useSeenRows, useSelection } from './use-selection.ts';

/** `/queue/list` */
export function ListPage({ session }: PageProps) {
  const address = useListAddress();
  const { tab } = address;
  const counts = useQueueCounts(address.brand);
  const list = useLineList(address.asked);
  const seen = useRef<(id: string) => boolean>(() => false);
  const bulk = useBulk({ lines: list.lines, wasSeen: (id) => seen.current(id), refresh: list.refresh });
  const lines = bulk.kept ?? list.lines;
  const ids = lines.map(({ id }) => id);
  const selection = useSelection(ids);
  const wasSeen = useSeenRows(ids);
  seen.current = wasSeen;
  const announce = useAnnounce();
  const keptBrand = useKeptBrand();
  const [rejecting, setRejecting] = useState<readonly string[] | null>(null);
  const search = useRef<HTMLInputElement>(null);
  const cursors = useRef(new Map<number, string | null>([[1, null]]));
  const active = lines.find(({ id }) => id === selection.active);
  const canChoose = tab === 'waiting' && lines.some(({ campaign }) => session.mayDecide(campaign.brandId));
  const targets = selection.selected.length > 0 ? selection.selected : active ? [active.id] : [];
  const name = tabs.find((each) => each.tab === tab)?.name ?? '';
  useDocumentTitle(`${name} lines · Linewright`);

  const open = (line = active) => {
    if (line)
      navigate(
        keptBrand(
          line.item && isOpen(line.item.state) ? cohortPath(line.cohort.id, line.id) : linePath(line.candidate.id),
        ),
      );
  };
  const approve = () => {
    const why = bulk.whyNotApprove(targets);
    if (why !== null) announce(`Not approved. ${why}`);
    else if (targets.length > 0) void bulk.decide(targets, { kind: 'approve' }, selection.clear);
  };
  const leaveReasons = () => {
    setRejecting(null);
    document.getElementById(`row-${selection.active}`)?.focus();
  };
  useListKeys({
    selection,
    onOpen: open,
    onHistory: () => active && navigate(linePath(active.candidate.id)),
    onSearch: () => search.current?.focus(),
    acts:
      canChoose && bulk.kept === null
        ? { approve, reject: () => targets.length > 0 && setRejecting(targets), clear: selection.clear }
        : null,
    undo: bulk.canUndo ? bulk.undo : null,
  });

  const goTo = (page: number, cursor: string | null) => {
    cursors.current.set(page, cursor);
    selection.clear();
    address.goTo(page, cursor);
    window.scrollTo({ top: 0 });
  };
  const { page } = address;
  const previous = cursors.current.get(page - 1);
  const cohort = address.filter('cohort');
  return (
    <main className={styles.page}>
      <div className={styles.head}>
        <h1>Queue</h1>
        <ViewSwitch view="list" />
      </div>
      <ListTabs
        tab={tab}
        counts={counts}
        onChoose={(chosen) => {
          cursors.current = new Map([[1, null]]);
          address.choose({ tab: chosen === 'waiting' ? null : chosen });
        }}
      />
      <ListFilters
        address={address}
        cohortName={lines.find((line) => line.cohort.id === cohort)?.cohort.name ?? null}
        searchRef={search}
      />
      {list.failure && <FailureNotice error={list.failure} onRetry={() => void list.refresh()} />}
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
      {list.isLoading && <Skeleton height={320} aria-label="Loading the lines" />}
      {!list.isLoading && lines.length === 0 && !list.failure && (
        <EmptyList
          tab={tab}
          isNarrowed={address.isNarrowed || page > 1}
          onShowAll={() =>
            address.choose({ campaign: null, cohort: null, rule: null, risk: null, age: null, search: null })
          }
        />
      )}
      {lines.length > 0 && (
        <LineTable
          lines={lines}
          tab={tab}
          name={`${name} lines`}
          nowMs={Date.now()}
          canChoose={canChoose}
          isStale={list.isStale && bulk.kept === null}
          me={session.me.userId}
          selection={selection}
          results={bulk.results}
          actsOf={(line) => ({
            onTake: () => selection.take(line.id),
            onOpen: () => open(line),
            onToggle: (isRange) => (isRange ? selection.reach(line.id) : selection.toggle(line.id)),
            onCohort: () => address.choose({ cohort: line.cohort.id }),
            onCampaign: () => address.choose({ campaign: line.campaign.id, cohort: null }),
          })}
        />
      )}
      {(rejecting !== null || (canChoose && selection.selected.length > 0 && bulk.kept === null)) && (
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
      <ListPager
        page={page}
        size={address.size}
        shown={lines.length}
        total={address.isNarrowed || !counts ? null : counts[tab]}
        onSize={(size) => address.choose({ size: size === '25' ? null : size })}
        onFirst={page > 1 ? () => goTo(1, null) : null}
        onPrevious={page > 1 && previous !== undefined ? () => goTo(page - 1, previous) : null}
        onNext={list.next !== null && bulk.kept === null ? () => goTo(page + 1, list.next) : null}
      />
    </main>
  );
}
