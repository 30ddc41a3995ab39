/** Putting a new key in the place of another, with other brands where they shall change. */
import { Button, NativeSelect } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { BrandView } from '../../http/contracts/access-routes.ts';
import type { KeyView } from '../../http/contracts/key-routes.ts';
import styles from './admin.module.css';
import { BrandChoices, type KeyBrands } from './brand-choices.tsx';

/** What is asked for: which brands the new key reaches, and how long the old one works on beside it. */
export type ReplacementWish = { readonly brands: KeyBrands; readonly overlapDays: number };

const overlaps = [7, 1, 30, 0] as const;

/** The brands of the old key are chosen to begin with. */
export function ReplaceForm(props: {
  readonly apiKey: KeyView;
  readonly brands: readonly BrandView[];
  readonly isBusy: boolean;
  readonly onReplace: (wish: ReplacementWish) => void;
  readonly onBack: () => void;
}) {
  const [brands, setBrands] = useState<KeyBrands>(props.apiKey.brands);
  const [overlapDays, setOverlapDays] = useState<number>(overlaps[0]);
  const replace = (event: FormEvent) => {
    event.preventDefault();
    props.onReplace({ brands, overlapDays });
  };
  return (
    <form aria-label={`Replace key ${props.apiKey.hint}`} className={styles.card} onSubmit={replace}>
      <p className={styles.quiet}>
        A key never changes what it reaches. The new one may do the same, in the brands you choose here.
      </p>
      <BrandChoices brands={props.brands} value={brands} onChange={setBrands} />
      <NativeSelect
        label="The old key works on for"
        w="15rem"
        value={String(overlapDays)}
        onChange={(event) => setOverlapDays(Number(event.currentTarget.value))}
        data={overlaps.map((days) => ({
          value: String(days),
          label: days === 0 ? 'no time, it ends now' : `${days} ${days === 1 ? 'day' : 'days'}`,
        }))}
      />
      <div className={styles.actions}>
        <Button type="submit" size="xs" loading={props.isBusy} disabled={brands?.length === 0}>
          Make the new key
        </Button>
        <Button size="xs" variant="default" onClick={props.onBack}>
          Back
        </Button>
      </div>
    </form>
  );
}
