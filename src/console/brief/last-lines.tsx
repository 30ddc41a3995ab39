/** What the readers of a cohort got before: a line they know already is no news to them. */
import { useSeenLines } from '../api/use-seen-lines.ts';
import { dayHere } from '../words/dates.ts';
import styles from './brief-panel.module.css';

/** Nothing until they are known. */
export function LastLines({ cohortId, locale }: { readonly cohortId: string; readonly locale: string }) {
  const lines = useSeenLines(cohortId);
  if (lines === null) return null;
  return (
    <section className={styles.fact}>
      <h3>Last lines they got</h3>
      {lines.length === 0 ? (
        <p className={styles.quiet}>None in the last 90 days.</p>
      ) : (
        <ul className={styles.entries}>
          {lines.map(({ id, text, at, campaign }) => (
            <li key={id ?? text}>
              <bdi lang={locale} dir="auto">
                {text}
              </bdi>
              <span className={styles.quiet}>{[at ? dayHere(at) : null, campaign].filter(Boolean).join(' · ')}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
