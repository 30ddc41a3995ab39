/** One approved line: until when it holds, where it was used, what it hangs on, and taking it back. */
import { Button, Skeleton } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useRef } from 'react';
import { Link, useSearch } from 'wouter';
import type { LibraryRecordView } from '../../http/contracts/library-routes.ts';
import { useLibraryLine } from '../api/use-library-line.ts';
import type { Session } from '../api/use-session.ts';
import { BriefPanel } from '../brief/brief-panel.tsx';
import { mayRecall } from '../deciding/may-recall.ts';
import { useDeciding } from '../deciding/use-deciding.ts';
import { libraryPath } from '../navigation/addresses.ts';
import type { PageProps } from '../navigation/page-props.ts';
import { FailureNotice } from '../shell/failure-notice.tsx';
import { Page } from '../shell/page.tsx';
import { SubjectText } from '../text/subject-text.tsx';
import { CopyLine } from './copy-line.tsx';
import { DialectSelect, useCopyDialect } from './dialect-select.tsx';
import styles from './library.module.css';
import { LineBounds } from './line-bounds.tsx';
import { LineUses } from './line-uses.tsx';
import { StandingChip } from './standing-chip.tsx';

/** `params.id` is the line. */
export function LibraryLinePage({ session, params }: PageProps) {
  const { record, failure, retry } = useLibraryLine(params['id'] ?? '');
  const search = useSearch();
  useDocumentTitle(`${record?.line.text ?? 'Approved line'} · Linewright`);
  return (
    <Page>
      <p>
        <Link href={`${libraryPath}${search && `?${search}`}`}>Back to the library</Link>
      </p>
      {failure && !record && (
        <>
          <h1>Approved line</h1>
          <FailureNotice error={failure} onRetry={retry} />
        </>
      )}
      {!failure && !record && <Skeleton height={240} aria-label="Loading the line" />}
      {record && <Line record={record} session={session} />}
    </Page>
  );
}

function Line({ record, session }: { readonly record: LibraryRecordView; readonly session: Session }) {
  const { line } = record;
  const dialect = useCopyDialect();
  const { askRecall } = useDeciding();
  const head = useRef<HTMLHeadingElement>(null);
  const plain = { locale: line.locale, findings: [], numbers: [] };
  return (
    <div className={styles.columns}>
      <div className={styles.record}>
        <header className={styles.line}>
          <p className={styles.above}>
            {line.campaign.name} · {line.cohort.name} · arm {line.arm}
          </p>
          <h1 ref={head} tabIndex={-1}>
            <SubjectText text={line.text} {...plain} />
          </h1>
          {line.preheader !== null && (
            <p className={styles.preheader}>
              <SubjectText text={line.preheader} {...plain} />
            </p>
          )}
          <p>
            <StandingChip standing={line.standing} />
          </p>
          {line.heldBecause === null && (
            <div className={styles.bar}>
              <DialectSelect {...dialect} />
              <CopyLine line={line} dialect={dialect.chosen} />
            </div>
          )}
          {mayRecall(session, line) && (
            <div>
              <Button
                size="xs"
                variant="default"
                onClick={() => askRecall({ line, onRecalled: () => head.current?.focus() })}
              >
                Recall this line
              </Button>
            </div>
          )}
        </header>
        <LineBounds record={record} />
        <LineUses record={record} />
      </div>
      <aside className={styles.brief} aria-labelledby="brief">
        <h2 id="brief">Brief</h2>
        {!record.areFactsInForce && (
          <p className={styles.notice}>The brief changed since this line was approved. It says this now:</p>
        )}
        <BriefPanel view={{ brief: record.brief, cohort: record.cohort }} />
      </aside>
    </div>
  );
}
