/** What stands between the brief and its being sent: each mistake with the way to its field, and what the policy says. */
import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { useBriefCheck } from '../../api/use-brief-check.ts';
import { requestPath } from '../../navigation/addresses.ts';
import { Icon } from '../../shell/icon.tsx';
import { count } from '../../words/counts.ts';
import { CampaignFindings } from '../campaign-findings.tsx';
import styles from './brief-editor.module.css';
import type { Draft } from './draft.ts';
import { detailInForm, type Mistake, placeInWords } from './places.ts';

/** Nobody reads more than these at once. */
const mostListed = 12;

/** `onGo` leads to the field of a mistake; `isNew` tells whether a brief of the same name stands in the way. */
export function CheckPanel(props: {
  readonly draft: Draft;
  readonly checked: ReturnType<typeof useBriefCheck>;
  readonly mistakes: readonly Mistake[];
  readonly onGo: (mistake: Mistake) => void;
  readonly isNew: boolean;
  /** False where the mistakes are told elsewhere. */
  readonly isListed: boolean;
  readonly headingId: string;
}) {
  const { checked, mistakes } = props;
  const found = checked.check?.found;
  const total = Math.max(found?.mistakeCount ?? 0, mistakes.length);
  return (
    <section className={styles.check} aria-labelledby={props.headingId}>
      <h2 id={props.headingId} tabIndex={-1}>
        {headOf(total, found !== undefined)}
      </h2>
      {checked.failure && (
        <p className={styles.trouble}>
          The brief could not be checked. {checked.failure.message}{' '}
          <Button size="compact-sm" variant="subtle" onClick={checked.retry}>
            Try again
          </Button>
        </p>
      )}
      <ul className={styles.todo}>
        {(props.isListed ? mistakes : []).slice(0, mostListed).map((mistake) => (
          <li key={`${mistake.path.join('/')} ${mistake.detail}`}>
            <button type="button" onClick={() => props.onGo(mistake)}>
              {placeInWords(props.draft, mistake.path)}
            </button>{' '}
            {detailInForm(mistake.detail)}
          </li>
        ))}
      </ul>
      {props.isListed && total > mostListed && (
        <p className={styles.quiet}>and {count(total - mostListed, 'more', 'more')}</p>
      )}
      {props.isNew && found?.standing && (
        <p className={styles.trouble}>
          <Icon name="warn" /> The campaign has a brief of this name. Give this one another name, or{' '}
          <Link href={requestPath(found.standing.requestId)}>change the one that is there</Link>.
        </p>
      )}
      {found && <CampaignFindings findings={found.findings} />}
    </section>
  );
}

function headOf(total: number, isChecked: boolean): string {
  if (!isChecked) return 'Checking the brief';
  return total === 0 ? 'Nothing is missing' : `${count(total, 'thing')} to fill in or mend`;
}
