/** What is not as it should be with a brand: mistakes in its files, files that differ, drafting that rests. */
import type { BrandRecordView } from '../../http/contracts/brand-routes.ts';
import { Icon } from '../shell/icon.tsx';
import { Command } from '../shell/plain-page.tsx';
import { count } from '../words/counts.ts';
import { dayAndTime } from '../words/dates.ts';
import styles from './brands.module.css';

/** Nothing where all is well. */
export function BrandNotices({ brand }: { readonly brand: BrandRecordView }) {
  const { mistakes, filesDiffer, pause, profile } = brand;
  return (
    <>
      {mistakes.length > 0 && (
        <section className={styles.notice} aria-labelledby="mistakes">
          <h2 id="mistakes">
            <Icon name="warn" /> {count(mistakes.length, 'mistake')} in its files
          </h2>
          <p>
            {profile
              ? 'What was published before stays in force.'
              : 'The brand is set aside until they are mended: nothing is drafted or checked for it.'}{' '}
            Mend them and start the service again.
          </p>
          <ul className={styles.mistakes}>
            {mistakes.map(({ file, line, column, message }) => (
              <li key={`${file} ${line} ${column} ${message}`}>
                <code>
                  {file}:{line}:{column}
                </code>{' '}
                {message}
              </li>
            ))}
          </ul>
        </section>
      )}
      {filesDiffer && (
        <section className={styles.notice} aria-labelledby="differ">
          <h2 id="differ">
            <Icon name="info" /> Its files say something else than what is published
          </h2>
          <p>What is published stays in force. To make a draft of the files:</p>
          <Command>{`npm run -s cli -- brand import ${brand.id}`}</Command>
        </section>
      )}
      {pause && (
        <section className={styles.notice} aria-labelledby="paused">
          <h2 id="paused">
            <Icon name="hand" /> Drafting is paused
          </h2>
          <p>
            <bdi>{brand.pausedByName}</bdi> paused it on {dayAndTime(pause.pausedAt)}: {pause.reason}
          </p>
        </section>
      )}
    </>
  );
}
