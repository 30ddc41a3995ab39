/** What saving a change does to lines and cohorts, told before it is done. */
import type { BriefOutcomeView } from '../../../http/contracts/brief-routes.ts';
import { Icon } from '../../shell/icon.tsx';
import { count } from '../../words/counts.ts';
import styles from './brief-editor.module.css';

type Effects = BriefOutcomeView['effects'];

/** `nameOf` gives a cohort's name for its external id. */
export function EffectsPanel(props: {
  readonly outcome: BriefOutcomeView;
  readonly nameOf: (cohort: string) => string;
}) {
  const { outcome, nameOf } = props;
  const { effects } = outcome;
  if (outcome.outcome === 'unchanged')
    return (
      <section className={styles.effects} aria-labelledby="effects">
        <h2 id="effects" tabIndex={-1}>
          Nothing changes
        </h2>
        <p>The brief says what the one in force says.</p>
      </section>
    );
  return (
    <section className={styles.effects} aria-labelledby="effects">
      <h2 id="effects" tabIndex={-1}>
        What saving does
      </h2>
      {isCalm(effects) && <p>No line is touched, and nothing is drafted again.</p>}
      <Ended
        title={`${count(effects.voided.length, 'approved line')} will be void`}
        lines={effects.voided}
        nameOf={nameOf}
      />
      <Ended
        title={`${count(effects.withdrawn.length, 'line')} in review will leave the queue`}
        lines={effects.withdrawn}
        nameOf={nameOf}
      />
      {effects.kept.length > 0 && (
        <details>
          <summary>{count(effects.kept.length, 'approved line')} checked by the new facts and kept</summary>
          <ul className={styles.lines}>
            {effects.kept.map(({ id, text, cohort }) => (
              <li key={id}>
                <bdi className={styles.line}>{text}</bdi>
                <span className={styles.quiet}>{nameOf(cohort)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {effects.rejudged.length > 0 && (
        <p>{count(effects.rejudged.length, 'line')} in review stay there, checked again.</p>
      )}
      <Cohorts title="Drafted again for want of lines" cohorts={effects.redrafted} nameOf={nameOf} />
      <Cohorts title="New, to be drafted" cohorts={effects.added} nameOf={nameOf} />
      <Cohorts title="Left out, to be cancelled" cohorts={effects.removed} nameOf={nameOf} />
    </section>
  );
}

function Ended(props: {
  readonly title: string;
  readonly lines: Effects['voided'];
  readonly nameOf: (cohort: string) => string;
}) {
  if (props.lines.length === 0) return null;
  return (
    <div className={styles.ended}>
      <h3>
        <Icon name="warn" /> {props.title}
      </h3>
      <ul className={styles.lines}>
        {props.lines.map(({ id, text, cohort, reason }) => (
          <li key={id}>
            <bdi className={styles.line}>{text}</bdi>
            <span className={styles.quiet}>
              {props.nameOf(cohort)} · {reason}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Cohorts(props: {
  readonly title: string;
  readonly cohorts: readonly string[];
  readonly nameOf: (cohort: string) => string;
}) {
  if (props.cohorts.length === 0) return null;
  const names = props.cohorts.slice(0, 10).map(props.nameOf);
  const rest = props.cohorts.length - names.length;
  return (
    <p>
      <strong>{props.title}:</strong> {names.join(', ')}
      {rest > 0 && ` and ${rest} more`}
    </p>
  );
}

function isCalm({ voided, withdrawn, kept, rejudged, added, removed, redrafted }: Effects): boolean {
  return [voided, withdrawn, kept, rejudged, added, removed, redrafted].every(({ length }) => length === 0);
}
