/** One cohort a line may be approved for besides its own: chosen, then what came of it. */
import { Checkbox } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import { type KeyboardEvent, useId } from 'react';
import { Link } from 'wouter';
import type { PassReason } from '../../domain/decision.ts';
import type { RequestView } from '../../http/contracts/campaign-routes.ts';
import { useKeyboard } from '../keyboard/keyboard.tsx';
import { ReasonButtons } from '../line/reason-buttons.tsx';
import { cohortPath } from '../navigation/addresses.ts';
import { Icon } from '../shell/icon.tsx';
import { FindingsList } from '../text/findings-list.tsx';
import { passChoices } from '../words/reasons.ts';
import styles from './acts.module.css';
import type { CopyResult } from './copy-to-cohort.ts';

/** The id of the reasons for a cohort; they take focus as soon as they are asked for. */
export function reasonsId(cohortId: string): string {
  return `reasons-${cohortId}`;
}

/** `onPass` approves it there although it carries a warning. */
export function CopyRow(props: {
  readonly cohort: RequestView['cohorts'][number];
  readonly result: CopyResult | null;
  readonly isChosen: boolean;
  readonly isBusy: boolean;
  readonly onChoose: () => void;
  readonly onPass: (reason: PassReason) => void;
}) {
  const { cohort, result, isBusy } = props;
  return (
    <li className={`${styles.row} ${styles.cohort}`}>
      <Checkbox
        label={cohort.name}
        description={`needs ${cohort.needed}, has ${cohort.counts.approved}`}
        checked={props.isChosen}
        disabled={isBusy || result?.kind === 'pass'}
        onChange={props.onChoose}
      />
      {result && (
        <p>
          <span className={styles.word} data-is={result.kind}>
            <Icon name={result.kind === 'pass' ? 'check' : result.kind} />
            {result.kind === 'warn' ? 'Not approved yet: it carries a warning there.' : result.words}
          </span>{' '}
          {result.kind === 'block' && <Link href={cohortPath(cohort.id)}>Open this cohort</Link>}
        </p>
      )}
      {result?.kind === 'warn' && (
        <PassReasons
          cohortId={cohort.id}
          name={cohort.name}
          findings={result.findings}
          isBusy={isBusy}
          onPass={props.onPass}
        />
      )}
    </li>
  );
}

/** The usual reasons, each with its key while focus is here. */
function PassReasons(props: {
  readonly cohortId: string;
  readonly name: string;
  readonly findings: (CopyResult & { readonly kind: 'warn' })['findings'];
  readonly isBusy: boolean;
  readonly onPass: (reason: PassReason) => void;
}) {
  const { isBusy } = props;
  const { areLettersOn } = useKeyboard();
  const asked = useId();
  const onKeyDown = (event: KeyboardEvent) => {
    if (!areLettersOn || isBusy || event.ctrlKey || event.metaKey || event.altKey) return;
    const chosen = passChoices.find(({ key }) => key === event.key);
    if (!chosen) return;
    event.preventDefault();
    props.onPass(chosen.reason);
  };
  return (
    <section
      id={reasonsId(props.cohortId)}
      className={styles.reasons}
      aria-labelledby={asked}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <FindingsList findings={props.findings} />
      <h3 id={asked}>Why does it pass for {props.name}?</h3>
      <ReasonButtons choices={passChoices} isBusy={isBusy} isSmall onChoose={props.onPass} />
    </section>
  );
}
