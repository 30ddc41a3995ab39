/** What a row says of findings and of a decision. */
import type { Finding } from '../../../domain/finding.ts';
import type { QueueLineView } from '../../../http/contracts/queue-routes.ts';
import { Icon, type IconName } from '../../shell/icon.tsx';
import { outcomeOf } from '../../words/decisions.ts';
import { passLabel, rejectLabel } from '../../words/reasons.ts';
import { severityWord, worstOf } from '../../words/severity.ts';
import styles from './line-table.module.css';

/** The gravest finding in a sentence, and how many more there are. */
export function FindingsCell({ findings }: { readonly findings: readonly Finding[] }) {
  const worst = worstOf(findings.map(({ severity }) => severity));
  const first = findings.find(({ severity }) => severity === worst);
  if (!first) return <span className={styles.quiet}>none</span>;
  return (
    <div className={styles.finding} title={findings.map(({ message }) => message).join('\n')}>
      <span className={styles.severity} data-severity={first.severity}>
        <Icon name={first.severity} /> {severityWord(first)}: {first.rule}
      </span>
      <span className={styles.message}>{first.message}</span>
      {findings.length > 1 && <span className={styles.quiet}>and {findings.length - 1} more</span>}
    </div>
  );
}

/** What was decided, by whom and why. */
export function DecisionCell({ line }: { readonly line: QueueLineView }) {
  const { decision, decidedBy, item } = line;
  if (!decision) return null;
  const reason = decision.kind === 'reject' ? rejectLabel(decision.reason) : null;
  const passed = decision.warningsPassed ? `warning passed: ${passLabel(decision.warningsPassed)}` : null;
  const said = decision.comment ? `“${decision.comment}”` : null;
  return (
    <div className={styles.finding}>
      <span className={styles.outcome} data-outcome={item?.state}>
        <Icon name={signs[decision.kind]} /> {outcomeOf(decision)}
      </span>
      <span className={styles.message}>
        {[decidedBy ?? 'the service', reason, passed, said].filter((part) => part !== null).join(' · ')}
      </span>
    </div>
  );
}

const signs: Readonly<Record<NonNullable<QueueLineView['decision']>['kind'], IconName>> = {
  approve: 'check',
  'approve-edited': 'check',
  reject: 'cross',
  'not-needed': 'skip',
  expired: 'skip',
};
