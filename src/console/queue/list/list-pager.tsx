/** Going from page to page, and how long pages are. */
import { Button, NativeSelect } from '@mantine/core';
import styles from './list-page.module.css';
import { sizes } from './use-list-address.ts';

/** `total` is `null` where nobody counts: the list is narrowed. */
export function ListPager(props: {
  readonly page: number;
  readonly size: number;
  readonly shown: number;
  readonly total: number | null;
  readonly onSize: (size: string) => void;
  readonly onFirst: (() => void) | null;
  readonly onPrevious: (() => void) | null;
  readonly onNext: (() => void) | null;
}) {
  const first = (props.page - 1) * props.size + 1;
  const last = first + props.shown - 1;
  const ofTotal = props.total === null ? '' : ` of ${props.total.toLocaleString('en-US')}`;
  return (
    <nav aria-label="Pages" className={styles.pager}>
      <p>
        {props.shown === 0
          ? `Page ${props.page}`
          : `${first.toLocaleString('en-US')} to ${last.toLocaleString('en-US')}${ofTotal}`}
      </p>
      <Button size="xs" variant="default" disabled={!props.onFirst} onClick={props.onFirst ?? undefined}>
        First
      </Button>
      <Button size="xs" variant="default" disabled={!props.onPrevious} onClick={props.onPrevious ?? undefined}>
        Previous
      </Button>
      <Button size="xs" variant="default" disabled={!props.onNext} onClick={props.onNext ?? undefined}>
        Next
      </Button>
      <NativeSelect
        aria-label="Lines on a page"
        size="xs"
        value={String(props.size)}
        onChange={(event) => props.onSize(event.currentTarget.value)}
        data={sizes.map((size) => ({ value: String(size), label: `${size} a page` }))}
      />
    </nav>
  );
}
