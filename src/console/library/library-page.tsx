/** The library: every approved line, whatever became of it. */
import { Button, NativeSelect, Skeleton } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useRef } from 'react';
import { useBrands } from '../api/use-brands.ts';
import { useLibrary } from '../api/use-library.ts';
import { useShortcuts } from '../keyboard/keyboard.tsx';
import type { PageProps } from '../navigation/page-props.ts';
import { FailureNotice } from '../shell/failure-notice.tsx';
import { Page } from '../shell/page.tsx';
import { CsvButton } from './csv-button.tsx';
import { DialectSelect, useCopyDialect } from './dialect-select.tsx';
import styles from './library.module.css';
import { LibraryEntry } from './library-entry.tsx';
import { LibraryFilters } from './library-filters.tsx';
import { pageSizes, useLibraryFilters } from './use-library-filters.ts';

/** The page behind "Library". */
export function LibraryPage(_: PageProps) {
  useDocumentTitle('Library · Linewright');
  const filters = useLibraryFilters();
  const library = useLibrary(filters.query);
  const dialect = useCopyDialect();
  const search = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  useShortcuts({
    '/': () => search.current?.focus(),
    j: () => step(list.current, 1),
    k: () => step(list.current, -1),
  });
  return (
    <Page>
      <header className={styles.head}>
        <h1>Library</h1>
        <p>Every line a person approved, newest first. Only live lines go out.</p>
      </header>
      <LibraryFilters filters={filters} search={search} />
      <div className={styles.bar}>
        <DialectSelect {...dialect} />
        <NativeSelect
          label="Lines a page"
          size="xs"
          value={String(filters.limit)}
          data={[...pageSizes]}
          onChange={(event) => filters.setSize(event.currentTarget.value)}
        />
        <CsvButton query={filters.query} />
        {filters.isNarrowed && (
          <Button size="xs" variant="subtle" onClick={filters.clear}>
            Clear all filters
          </Button>
        )}
      </div>
      {library.failure && <FailureNotice error={library.failure} onRetry={library.retry} />}
      {library.isLoading && <Skeleton height={240} aria-label="Loading the library" />}
      <Lines library={library} dialect={dialect.chosen} ref={list} />
      {!library.isLoading && !library.failure && library.lines.length === 0 && (
        <Nothing isNarrowed={filters.isNarrowed} onClear={filters.clear} />
      )}
    </Page>
  );
}

function Lines(props: {
  readonly library: ReturnType<typeof useLibrary>;
  readonly dialect: { readonly id: string; readonly name: string } | null;
  readonly ref: React.RefObject<HTMLUListElement | null>;
}) {
  const { library } = props;
  const brands = useBrands();
  if (library.lines.length === 0) return null;
  const nameOf = (brandId: string) => brands.find(({ id }) => id === brandId)?.name ?? brandId;
  return (
    <>
      <ul ref={props.ref} className={styles.list} aria-label="Approved lines" aria-busy={library.isStale || undefined}>
        {library.lines.map((line) => (
          <LibraryEntry
            key={line.id}
            line={line}
            dialect={props.dialect}
            brand={brands.length > 1 ? nameOf(line.brandId) : null}
          />
        ))}
      </ul>
      {library.more && (
        <Button variant="default" onClick={library.more} loading={library.isLoadingMore} className={styles.loadMore}>
          Load more
        </Button>
      )}
    </>
  );
}

function Nothing({ isNarrowed, onClear }: { readonly isNarrowed: boolean; readonly onClear: () => void }) {
  return (
    <section className={styles.nothing} data-tour="no-approved-line">
      <h2>{isNarrowed ? 'No approved line fits' : 'No line is approved yet'}</h2>
      <p>
        {isNarrowed
          ? 'Search for a shorter piece of the text, or take a filter away.'
          : 'Lines appear here as soon as somebody approves them in the queue.'}
      </p>
      {isNarrowed && (
        <Button variant="default" onClick={onClear}>
          Show all lines
        </Button>
      )}
    </section>
  );
}

/** Moves focus from line to line. */
function step(list: HTMLUListElement | null, by: number): void {
  const links = [...(list?.querySelectorAll<HTMLAnchorElement>('li > p > a') ?? [])];
  const at = links.findIndex((link) => link.closest('li')?.contains(document.activeElement));
  links[at < 0 ? 0 : Math.min(Math.max(at + by, 0), links.length - 1)]?.focus();
}
