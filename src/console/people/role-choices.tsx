/** Which roles somebody has in which brand. */
import type { BrandView } from '../../http/contracts/access-routes.ts';
import { type PersonRole, personRoles, roleMeans, roleName } from '../words/roles.ts';
import styles from './admin.module.css';

/** Roles by brand id. */
export type RolesByBrand = Readonly<Record<string, readonly PersonRole[]>>;

/** A group of boxes for each brand. */
export function RoleChoices(props: {
  readonly brands: readonly BrandView[];
  readonly value: RolesByBrand;
  readonly onChange: (value: RolesByBrand) => void;
}) {
  const toggle = (brand: string, role: PersonRole) => {
    const has = props.value[brand] ?? [];
    const roles = has.includes(role) ? has.filter((each) => each !== role) : [...has, role];
    props.onChange({ ...props.value, [brand]: roles });
  };
  return props.brands.map((brand) => (
    <fieldset key={brand.id} className={styles.choices}>
      <legend>
        Roles in <bdi>{brand.name}</bdi>
      </legend>
      {personRoles.map((role) => (
        <label key={role} className={styles.choice} title={roleMeans[role]}>
          <input
            type="checkbox"
            checked={props.value[brand.id]?.includes(role) ?? false}
            onChange={() => toggle(brand.id, role)}
          />
          <span>
            {roleName(role)} <span className={styles.quiet}>{roleMeans[role].toLowerCase()}</span>
          </span>
        </label>
      ))}
    </fieldset>
  ));
}
