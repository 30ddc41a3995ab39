/** What a new key is to be good for. */
import { Button, NativeSelect } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Scope } from '../../domain/access.ts';
import type { BrandView } from '../../http/contracts/access-routes.ts';
import styles from './admin.module.css';
import { BrandChoices, type KeyBrands } from './brand-choices.tsx';

/** What is asked for. */
export type KeyWish = { readonly scopes: readonly Scope[]; readonly brands: KeyBrands; readonly days: number };

const scopes: readonly { readonly scope: Scope; readonly means: string }[] = [
  { scope: 'requests:write', means: 'send briefs' },
  { scope: 'requests:read', means: 'follow requests' },
  { scope: 'lines:read', means: 'fetch approved lines' },
  { scope: 'lines:check', means: 'check texts' },
  { scope: 'outcomes:write', means: 'report what came of lines' },
  { scope: 'evidence:read', means: 'read every line with its findings' },
  { scope: 'webhooks:write', means: 'look after webhooks' },
];
/** What a campaign tool needs to send briefs and fetch lines. */
const usual: readonly Scope[] = ['requests:write', 'requests:read', 'lines:read'];
const lives = [30, 90, 180, 365] as const;

/** A box for each scope, the brands, and how long it lives. */
export function KeyForm(props: {
  /** Those of the tool. */
  readonly brands: readonly BrandView[];
  readonly isBusy: boolean;
  readonly onMake: (wish: KeyWish) => void;
  readonly onBack: () => void;
}) {
  const [chosen, setChosen] = useState<readonly Scope[]>(usual);
  const [brands, setBrands] = useState<KeyBrands>(null);
  const [days, setDays] = useState(90);
  const toggle = (scope: Scope) =>
    setChosen(chosen.includes(scope) ? chosen.filter((each) => each !== scope) : [...chosen, scope]);
  const make = (event: FormEvent) => {
    event.preventDefault();
    props.onMake({ scopes: chosen, brands, days });
  };
  return (
    <form aria-label="Make a key" className={styles.card} onSubmit={make}>
      <fieldset className={styles.choices}>
        <legend>What it may do</legend>
        {scopes.map(({ scope, means }) => (
          <label key={scope} className={styles.choice}>
            <input type="checkbox" checked={chosen.includes(scope)} onChange={() => toggle(scope)} />
            <span>
              {means} <span className={styles.quiet}>{scope}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <BrandChoices brands={props.brands} value={brands} onChange={setBrands} />
      <NativeSelect
        label="Works for"
        w="10rem"
        value={String(days)}
        onChange={(event) => setDays(Number(event.currentTarget.value))}
        data={lives.map((life) => ({ value: String(life), label: `${life} days` }))}
      />
      <div className={styles.actions}>
        <Button type="submit" size="xs" loading={props.isBusy} disabled={chosen.length === 0 || brands?.length === 0}>
          Make the key
        </Button>
        <Button size="xs" variant="default" onClick={props.onBack}>
          Back
        </Button>
      </div>
    </form>
  );
}
