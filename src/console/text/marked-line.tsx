/** Subject and preheader with the findings of both marked, numbered as in the list below them. */
import type { Finding } from '../../domain/finding.ts';
import styles from './marked-line.module.css';
import { SubjectText } from './subject-text.tsx';

/** `preheader` is `null` where the line has none. */
export function MarkedLine(props: {
  readonly text: string;
  readonly preheader: string | null;
  readonly findings: readonly Finding[];
  readonly locale: string;
}) {
  const { text, preheader, findings, locale } = props;
  return (
    <div className={styles.line}>
      <p>
        <SubjectText text={text} locale={locale} {...numbered(findings, ({ field }) => field === undefined)} />
      </p>
      {preheader !== null && (
        <p className={styles.preheader}>
          <SubjectText text={preheader} locale={locale} {...numbered(findings, ({ field }) => field === 'preheader')} />
        </p>
      )}
    </div>
  );
}

/** The findings of one field with their numbers in the whole list. */
export function numbered(findings: readonly Finding[], belongs: (finding: Finding) => boolean) {
  const chosen = findings.flatMap((finding, index) => (belongs(finding) ? [{ finding, number: index + 1 }] : []));
  return { findings: chosen.map(({ finding }) => finding), numbers: chosen.map(({ number }) => number) };
}
