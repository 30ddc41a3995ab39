/** The line another one resembles, with what is different in this one, and where and when readers saw it. */
import type { SeenLine } from '../../domain/finding.ts';
import { dayOf } from '../words/dates.ts';
import styles from './findings-list.module.css';
import { TextDiff } from './text-diff.tsx';

/** `text` is the line in hand. */
export function Likeness(props: { readonly line: SeenLine; readonly text: string; readonly locale: string }) {
  const { line, text, locale } = props;
  return (
    <p className={styles.likeness}>
      <span className={styles.seen}>
        Seen{line.at !== undefined && ` on ${dayOf(line.at)}`}
        {line.campaign !== undefined && (
          <>
            {' in '}
            <bdi>{line.campaign}</bdi>
          </>
        )}
        , and here:
      </span>{' '}
      <TextDiff before={line.text} after={text} locale={locale} />
    </p>
  );
}
