/** Which brands of its tool a key reaches. */
import type { BrandView } from '../../http/contracts/access-routes.ts';
import styles from './admin.module.css';
import { AllOrEach } from './all-or-each.tsx';

/** `null` is every brand of the tool, those of tomorrow too. */
export type KeyBrands = readonly string[] | null;

/** A box for every brand, or one for each. */
export function BrandChoices(props: {
  readonly brands: readonly BrandView[];
  readonly value: KeyBrands;
  readonly onChange: (value: KeyBrands) => void;
}) {
  return (
    <AllOrEach
      legend="Brands it reaches"
      all={
        <span>
          Every brand of the tool <span className={styles.quiet}>those it gets later too</span>
        </span>
      }
      each={props.brands.map(({ id, name }) => ({ id, label: <bdi>{name}</bdi> }))}
      value={props.value}
      first={props.brands.map(({ id }) => id)}
      onChange={props.onChange}
    />
  );
}
