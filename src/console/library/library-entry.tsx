/** One approved line in the list. */
import { Link, useSearch } from 'wouter';
import type { LibraryLine } from '../../http/contracts/library-routes.ts';
import { libraryLinePath } from '../navigation/addresses.ts';
import { SubjectText } from '../text/subject-text.tsx';
import { count } from '../words/counts.ts';
import { dayHere } from '../words/dates.ts';
import { validity } from '../words/standings.ts';
import { writerKinds } from '../words/writer.ts';
import { CopyLine } from './copy-line.tsx';
import styles from './library.module.css';
import { StandingChip } from './standing-chip.tsx';

/** A row; its text leads to the line's page, which keeps the filters for the way back. */
export function LibraryEntry(props: {
  readonly line: LibraryLine;
  readonly dialect: { readonly id: string; readonly name: string } | null;
  /** The brand's name where lines of several brands stand together. */
  readonly brand: string | null;
}) {
  const { line } = props;
  const search = useSearch();
  const plain = { locale: line.locale, findings: [], numbers: [] };
  return (
    <li className={styles.entry} data-line={line.id} data-tour="approved-line">
      <p className={styles.validity}>
        <StandingChip standing={line.standing} /> <span>{validity(line)}</span>
      </p>
      <p className={styles.text}>
        <Link href={`${libraryLinePath(line.id)}${search && `?${search}`}`}>
          <SubjectText text={line.text} {...plain} />
        </Link>
      </p>
      {line.preheader !== null && (
        <p className={styles.preheader}>
          <SubjectText text={line.preheader} {...plain} />
        </p>
      )}
      <ul className={styles.facts}>
        {[
          ...(props.brand === null ? [] : [props.brand]),
          line.campaign.name,
          `${line.cohort.name}, arm ${line.arm}`,
          `approved by ${line.approvedByName}, ${dayHere(line.approvedAt)}`,
          writerKinds[line.writer],
          ...reached(line),
        ].map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      <CopyLine line={line} dialect={props.dialect} />
    </li>
  );
}

function reached({ reach }: LibraryLine): string[] {
  const { tools, sends, readers } = reach;
  if (sends > 0) return [`used in ${count(sends, 'send')}${readers === null ? '' : ` to ${count(readers, 'reader')}`}`];
  return tools > 0 ? ['fetched, not used yet'] : ['not fetched yet'];
}
