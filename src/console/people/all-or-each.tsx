/** A box for everything, what is added later too, or one for each. */
import type { ReactNode } from 'react';
import styles from './admin.module.css';

/** `null` is everything. */
export function AllOrEach<Id extends string>(props: {
  readonly legend: string;
  readonly all: ReactNode;
  readonly each: readonly { readonly id: Id; readonly label: ReactNode }[];
  readonly value: readonly Id[] | null;
  /** What is chosen first where it is not everything any more. */
  readonly first: readonly Id[];
  readonly onChange: (value: Id[] | null) => void;
}) {
  const { value, onChange } = props;
  const toggle = (id: Id) =>
    onChange(value?.includes(id) ? value.filter((other) => other !== id) : [...(value ?? []), id]);
  return (
    <fieldset className={styles.choices}>
      <legend>{props.legend}</legend>
      <label className={styles.choice}>
        <input
          type="checkbox"
          checked={value === null}
          onChange={() => onChange(value === null ? [...props.first] : null)}
        />
        {props.all}
      </label>
      {value !== null &&
        props.each.map(({ id, label }) => (
          <label key={id} className={styles.choice}>
            <input type="checkbox" checked={value.includes(id)} onChange={() => toggle(id)} />
            {label}
          </label>
        ))}
    </fieldset>
  );
}
