/** Which brands of its tool a key reaches. */
import type { BrandView } from '../../http/contracts/access-routes.ts';
import styles from './admin.module.css';

/** `null` is every brand of the tool, those of tomorrow too. */
export type KeyBrands = readonly string[] | null;

/** A box for every brand, or one for each. */
export function BrandChoices(props: {
  readonly brands: readonly BrandView[];
  readonly value: KeyBrands;
  readonly onChange: (value: KeyBrands) => void;
}) {
  const { brands, value, onChange } = props;
  const toggle = (id: string) =>
    onChange(value?.includes(id) ? value.filter((each) => each !== id) : [...(value ?? []), id]);
  return (
    <fieldset className={styles.choices}>
      <legend>Brands it reaches</legend>
      <label className={styles.choice}>
        <input
          type="checkbox"
          checked={value === null}
          onChange={() => onChange(value === null ? brands.map(({ id }) => id) : null)}
        />
        <span>
          Every brand of the tool <span className={styles.quiet}>those it gets later too</span>
        </span>
      </label>
      {value !== null &&
        brands.map(({ id, name }) => (
          <label key={id} className={styles.choice}>
            <input type="checkbox" checked={value.includes(id)} onChange={() => toggle(id)} />
            <bdi>{name}</bdi>
          </label>
        ))}
    </fieldset>
  );
}
