/** What an address is told of. */
import type { WebhookType } from '../../domain/webhook.ts';
import styles from './admin.module.css';

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
  const { value, onChange } = props;
  const toggle = (type: WebhookType) =>
    onChange(value?.includes(type) ? value.filter((each) => each !== type) : [...(value ?? []), type]);
  return (
    <fieldset className={styles.choices}>
      <legend>Tell it of</legend>
      <label className={styles.choice}>
        <input
          type="checkbox"
          checked={value === null}
          onChange={() => onChange(value === null ? ['line.approved', 'line.revoked'] : null)}
        />
        Everything
      </label>
      {value !== null &&
        types.map(({ type, means }) => (
          <label key={type} className={styles.choice}>
            <input type="checkbox" checked={value.includes(type)} onChange={() => toggle(type)} />
            <span>
              {means} <span className={styles.quiet}>{type}</span>
            </span>
          </label>
        ))}
    </fieldset>
  );
}
