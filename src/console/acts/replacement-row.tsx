/** One waiting line as it is and as it would be, with the verdict on it and what became of it. */
import { Link } from 'wouter';
import type { ReplacementView } from '../../http/contracts/line-acts-routes.ts';
import { Icon } from '../shell/icon.tsx';
import { FindingsList } from '../text/findings-list.tsx';
import { TextDiff } from '../text/text-diff.tsx';
import { verdictWords } from '../words/verdicts.ts';
import styles from './acts.module.css';

/** What saving did to a line. */
export type Outcome = { readonly isDone: boolean; readonly words: string };

/** Before and after as one text. */
export function ReplacementRow(props: {
  readonly line: ReplacementView;
  readonly locale: string;
  readonly cohortHref: string;
  readonly outcome: Outcome | null;
}) {
  const { line, locale, outcome } = props;
  const { before, after, verdict } = line;
  return (
    <li className={styles.row}>
      <span className={styles.word} data-is={outcome && !outcome.isDone ? 'block' : verdict.verdict}>
        <Icon name={iconOf(outcome, verdict.verdict)} />
        {outcome?.words ?? verdictWords(verdict)}
      </span>
      <div>
        <p>
          <TextDiff before={before.text} after={after.text} locale={locale} />
        </p>
        {after.preheader !== null && after.preheader !== before.preheader && (
          <p className={styles.quiet}>
            Preheader: <TextDiff before={before.preheader ?? ''} after={after.preheader} locale={locale} />
          </p>
        )}
        {outcome === null && <FindingsList findings={verdict.findings} />}
        <p className={styles.quiet}>
          <Link href={props.cohortHref}>{line.cohortName}</Link>
        </p>
      </div>
    </li>
  );
}

function iconOf(outcome: Outcome | null, verdict: ReplacementView['verdict']['verdict']) {
  if (outcome) return outcome.isDone ? 'check' : 'cross';
  return verdict === 'pass' ? 'check' : verdict;
}
