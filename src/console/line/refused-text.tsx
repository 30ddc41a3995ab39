/** An edited text that the policy blocks, with what it was blocked for. */
import type { Verdict } from '../../domain/finding.ts';
import { FindingsList } from '../text/findings-list.tsx';
import { SubjectText } from '../text/subject-text.tsx';
import styles from './line-card.module.css';
import { numbered } from './line-card.tsx';

/** `onUse` takes the text with a suggestion applied; `null` once the text was changed and suggestions do not fit. */
export function RefusedText(props: {
  readonly text: string;
  readonly verdict: Verdict;
  readonly locale: string;
  readonly onUse: ((mended: string) => void) | null;
}) {
  const { text, onUse } = props;
  const { findings } = props.verdict;
  return (
    <div className={styles.refused}>
      <p>Not approved: the policy blocks this text. Change it above and save again.</p>
      <p>
        <SubjectText text={text} locale={props.locale} {...numbered(findings, ({ field }) => field === undefined)} />
      </p>
      <FindingsList findings={findings} {...(onUse ? { text, onUse } : {})} />
    </div>
  );
}
