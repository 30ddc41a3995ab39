/** The brands one may see, each with how it stands. */
import { Skeleton } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { Link, Redirect, useSearch } from 'wouter';
import type { BrandView } from '../../http/contracts/access-routes.ts';
import { useBrandList } from '../api/use-brands.ts';
import { brandPath } from '../navigation/addresses.ts';
import type { PageProps } from '../navigation/page-props.ts';
import { useAddressState } from '../navigation/use-address-state.ts';
import { FailureNotice } from '../shell/failure-notice.tsx';
import { Icon, type IconName } from '../shell/icon.tsx';
import { Page } from '../shell/page.tsx';
import { dayHere } from '../words/dates.ts';
import styles from './brands.module.css';

/** The page behind "Brands". */
export function BrandsPage(_: PageProps) {
  useDocumentTitle('Brands · Linewright');
  const { brands, isLoading, failure, retry } = useBrandList();
  const [chosen] = useAddressState('brand');
  const search = useSearch();
  const shown = brands.filter(({ id }) => chosen === null || id === chosen);
  const [only] = shown;
  // Nobody chooses among one.
  if (only && shown.length === 1) return <Redirect to={`${brandPath(only.id)}${search && `?${search}`}`} replace />;
  return (
    <Page>
      <h1>Brands</h1>
      {failure && <FailureNotice error={failure} onRetry={retry} />}
      {isLoading && <Skeleton height={120} aria-label="Loading the brands" />}
      {!isLoading && !failure && shown.length === 0 && <p>You have a role in no brand. Ask an admin for one.</p>}
      <ul className={styles.cards}>
        {shown.map((brand) => (
          <BrandCard key={brand.id} brand={brand} />
        ))}
      </ul>
    </Page>
  );
}

function BrandCard({ brand }: { readonly brand: BrandView }) {
  return (
    <li className={styles.card}>
      <h2>
        <Link href={brandPath(brand.id)}>{brand.name}</Link>
      </h2>
      {brand.voice && <p className={styles.excerpt}>{brand.voice.character}</p>}
      <ul className={styles.chips}>
        {stateOf(brand).map(({ sign, word, tone }) => (
          <li key={word} data-tone={tone}>
            <Icon name={sign} /> {word}
          </li>
        ))}
        {brand.policySince && <li>Policy of {dayHere(brand.policySince)}</li>}
        {brand.dialect && <li>Tags: {brand.dialect}</li>}
      </ul>
    </li>
  );
}

type State = { readonly sign: IconName; readonly word: string; readonly tone: 'block' | 'warn' | 'good' };

function stateOf({ mistakes, filesDiffer, pause, policyHash }: BrandView): State[] {
  return [
    ...(policyHash === null ? [{ sign: 'block', word: 'Set aside', tone: 'block' } as const] : []),
    ...(mistakes.length > 0 ? [{ sign: 'warn', word: 'Mistakes in its files', tone: 'warn' } as const] : []),
    ...(filesDiffer ? [{ sign: 'info', word: 'Files differ', tone: 'warn' } as const] : []),
    ...(pause ? [{ sign: 'hand', word: 'Drafting paused', tone: 'warn' } as const] : []),
    ...(policyHash !== null && !pause ? [{ sign: 'check', word: 'Drafting', tone: 'good' } as const] : []),
  ];
}
