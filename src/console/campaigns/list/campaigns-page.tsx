/** The campaigns: how far each is, what waits, what it cost. */
import { Button, Skeleton } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useRef } from 'react';
import { navigate } from 'wouter/use-browser-location';
import type { RequestState } from '../../../domain/variant-request.ts';
import { useBrands } from '../../api/use-brands.ts';
import { useCampaigns } from '../../api/use-campaigns.ts';
import { useShortcuts } from '../../keyboard/keyboard.tsx';
import { campaignsPath, newBriefPath } from '../../navigation/addresses.ts';
import type { PageProps } from '../../navigation/page-props.ts';
import { useAddressState } from '../../navigation/use-address-state.ts';
import { FailureNotice } from '../../shell/failure-notice.tsx';
import { Page } from '../../shell/page.tsx';
import { requestStates } from '../../words/states.ts';
import { plannedBrands } from '../may-plan.ts';
import { CampaignFilters } from './campaign-filters.tsx';
import { CampaignList } from './campaign-list.tsx';
import styles from './campaigns-page.module.css';
import { NoCampaigns } from './no-campaigns.tsx';

/** Filters are kept in the address; the header chooses the brand. */
export function CampaignsPage({ session }: PageProps) {
  useDocumentTitle('Campaigns · Linewright');
  const [brand] = useAddressState('brand');
  const [state, setState] = useAddressState('state');
  const [search, setSearch] = useAddressState('search');
  const chosen = { brand, state: isState(state) ? state : null, search };
  const campaigns = useCampaigns(chosen);
  const names = new Map(useBrands().map(({ id, name }) => [id, name]));
  const isFiltered = chosen.state !== null || search !== null;
  const mayPlan = plannedBrands(session).length > 0;
  const list = useRef<HTMLUListElement>(null);
  useShortcuts({ j: () => move(list.current, 1), k: () => move(list.current, -1) });
  return (
    <Page>
      <header className={styles.head}>
        <h1>Campaigns</h1>
        {mayPlan && (
          <Button onClick={() => navigate(newBriefPath())} className={styles.create}>
            New campaign
          </Button>
        )}
      </header>
      <CampaignFilters state={chosen.state} onState={setState} search={search} onSearch={setSearch} />
      {campaigns.failure && <FailureNotice error={campaigns.failure} onRetry={campaigns.retry} />}
      {campaigns.isLoading && !campaigns.failure && <Skeleton height={220} aria-label="Loading the campaigns" />}
      {campaigns.campaigns.length > 0 && (
        <CampaignList ref={list} campaigns={campaigns.campaigns} names={names} isStale={campaigns.isStale} />
      )}
      {!campaigns.isLoading && !campaigns.failure && campaigns.campaigns.length === 0 && (
        <NoCampaigns
          mayPlan={mayPlan}
          onClear={
            isFiltered
              ? () => navigate(brand === null ? campaignsPath : `${campaignsPath}?${new URLSearchParams({ brand })}`)
              : null
          }
        />
      )}
      {campaigns.more && (
        <Button variant="default" onClick={campaigns.more} loading={campaigns.isLoadingMore}>
          Load more
        </Button>
      )}
    </Page>
  );
}

function isState(state: string | null): state is RequestState {
  return state !== null && state in requestStates;
}

/** To the link after or before the one that has focus. */
function move(list: HTMLUListElement | null, by: 1 | -1): void {
  const links = [...(list?.querySelectorAll('a') ?? [])];
  const at = links.findIndex((link) => link.matches(':focus'));
  links[at < 0 ? 0 : Math.min(Math.max(at + by, 0), links.length - 1)]?.focus();
}
