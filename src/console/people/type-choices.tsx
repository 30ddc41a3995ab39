/** What an address is told of. */
import type { WebhookType } from '../../domain/webhook.ts';
import styles from './admin.module.css';
import { AllOrEach } from './all-or-each.tsx';

/** `null` is everything, what is added later too. */
export type WebhookTypes = readonly WebhookType[] | null;

const types: readonly { readonly type: WebhookType; readonly means: string }[] = [
  { type: 'line.approved', means: 'A line was approved' },
  { type: 'line.rejected', means: 'A line was rejected' },
  { type: 'line.revoked', means: 'An approval does not hold any more' },
  { type: 'line.expired', means: 'A line came to its end' },
  { type: 'cohort.ready', means: 'A cohort has the lines it needs' },
  { type: 'request.drafted', means: 'A request is drafted' },
  { type: 'policy.published', means: 'A policy was published' },
];

/** A box for everything, or one for each type. */
export function TypeChoices(props: {
  readonly value: WebhookTypes;
  readonly onChange: (value: WebhookType[] | null) => void;
}) {
  return (
    <AllOrEach
      legend="Tell it of"
      all="Everything"
      each={types.map(({ type, means }) => ({
        id: type,
        label: (
          <span>
            {means} <span className={styles.quiet}>{type}</span>
          </span>
        ),
      }))}
      value={props.value}
      first={['line.approved', 'line.revoked']}
      onChange={props.onChange}
    />
  );
}
