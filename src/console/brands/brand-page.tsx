/** A brand: its voice, its policy, a place to try texts, and its settings, one at a time. */
import { Skeleton } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { Link, Redirect, useSearchParams } from 'wouter';
import type { BrandRecordView } from '../../http/contracts/brand-routes.ts';
import { useBrand } from '../api/use-brand.ts';
import type { Session } from '../api/use-session.ts';
import { brandPath } from '../navigation/addresses.ts';
import type { PageProps } from '../navigation/page-props.ts';
import { useAddressState } from '../navigation/use-address-state.ts';
import { FailureNotice } from '../shell/failure-notice.tsx';
import { Page } from '../shell/page.tsx';
import { dayHere } from '../words/dates.ts';
import { BrandNotices } from './brand-notices.tsx';
import { BrandSettings } from './brand-settings.tsx';
import styles from './brands.module.css';
import { Playground } from './playground.tsx';
import { PolicyPanel } from './policy-panel.tsx';
import { VoicePanel } from './voice-panel.tsx';

const views = [
  { id: 'voice', name: 'Voice' },
  { id: 'policy', name: 'Policy' },
  { id: 'playground', name: 'Playground' },
  { id: 'settings', name: 'Settings' },
] as const;

/** `params.id` is the brand; `?view=` which part of it is shown. */
export function BrandPage({ session, params }: PageProps) {
  const id = params['id'] ?? '';
  const [chosen] = useAddressState('brand');
  const { brand, failure, retry } = useBrand(id);
  useDocumentTitle(`${brand?.name ?? id} · Linewright`);
  // The filter in the bar at the top leads from brand to brand.
  if (chosen !== null && chosen !== id)
    return <Redirect to={`${brandPath(chosen)}?${new URLSearchParams({ brand: chosen })}`} replace />;
  return (
    <Page>
      <header className={styles.head}>
        <h1>{brand?.name ?? id}</h1>
        {brand?.policySince && (
          <p>
            Policy of {dayHere(brand.policySince)}
            {brand.dialect && `, merge tags of ${brand.dialect.name}`}
          </p>
        )}
      </header>
      {failure && !brand && <FailureNotice error={failure} onRetry={retry} />}
      {!failure && !brand && <Skeleton height={240} aria-label="Loading the brand" />}
      {brand && <Brand brand={brand} session={session} />}
    </Page>
  );
}

function Brand({ brand, session }: { readonly brand: BrandRecordView; readonly session: Session }) {
  const [chosen] = useAddressState('view');
  const view = views.find(({ id }) => id === chosen)?.id ?? 'voice';
  return (
    <>
      <BrandNotices brand={brand} />
      {brand.profile && (
        <>
          <Views brandId={brand.id} view={view} />
          {view === 'voice' && <VoicePanel profile={brand.profile} voices={brand.exemplarVoices} />}
          {view === 'policy' && <PolicyPanel brandId={brand.id} />}
          {view === 'playground' && <Playground brandId={brand.id} locale={brand.profile.locale} />}
          {view === 'settings' && <BrandSettings brand={brand} profile={brand.profile} session={session} />}
        </>
      )}
    </>
  );
}

function Views({ brandId, view }: { readonly brandId: string; readonly view: string }) {
  const [params] = useSearchParams();
  const brand = params.get('brand');
  return (
    <nav aria-label="Parts of the brand">
      <ul className={styles.views}>
        {views.map(({ id, name }) => (
          <li key={id}>
            <Link
              href={`${brandPath(brandId)}?${new URLSearchParams({ view: id, ...(brand ? { brand } : {}) })}`}
              aria-current={view === id ? 'page' : undefined}
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
