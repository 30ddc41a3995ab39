/** Overrides of blocks: what waits for a policy owner, and what was answered. */
import { Button, Skeleton } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { overrideStates } from '../../domain/override-states.ts';
import { useOverrides } from '../api/use-overrides.ts';
import type { PageProps } from '../navigation/page-props.ts';
import { useAddressState } from '../navigation/use-address-state.ts';
import { FailureNotice } from '../shell/failure-notice.tsx';
import { Page } from '../shell/page.tsx';
import { OverrideCard } from './override-card.tsx';
import styles from './overrides.module.css';

const words = { asked: 'Waiting', granted: 'Granted', refused: 'Refused' } as const;

/** The page behind "Overrides". */
export function OverridesPage({ session }: PageProps) {
  useDocumentTitle('Overrides · Linewright');
  const [brand] = useAddressState('brand');
  const [chosen, choose] = useAddressState('state');
  const state = overrideStates.find((each) => each === chosen) ?? 'asked';
  const list = useOverrides(brand, state);
  return (
    <Page width="text">
      <header>
        <h1 id="overrides" tabIndex={-1}>
          Overrides
        </h1>
        <p>
          A block lifted for one text: asked for with a reason, granted by a policy owner, approved by somebody else.
        </p>
      </header>
      <fieldset aria-label="State" className={styles.states}>
        {overrideStates.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={each === state}
            onClick={() => choose(each === 'asked' ? null : each)}
          >
            {words[each]}
          </button>
        ))}
      </fieldset>
      {list.failure && <FailureNotice error={list.failure} onRetry={() => void list.refresh()} />}
      {list.isLoading && <Skeleton height={180} aria-label="Loading the overrides" />}
      {list.overrides.length > 0 && (
        <ul className={styles.list} aria-label={`${words[state]} overrides`}>
          {list.overrides.map((view) => (
            <OverrideCard
              key={view.override.id}
              view={view}
              mayAnswer={session.hasRole(view.override.brandId, ['policy-owner'])}
              onAnswered={async () => {
                await list.refresh();
                // The form that was sent is gone.
                document.getElementById('overrides')?.focus();
              }}
            />
          ))}
        </ul>
      )}
      {!list.isLoading && !list.failure && list.overrides.length === 0 && (
        <p className={styles.nothing}>{nothing[state]}</p>
      )}
      {list.more && (
        <Button variant="default" onClick={list.more} loading={list.isLoadingMore} className={styles.more}>
          Load more
        </Button>
      )}
    </Page>
  );
}

const nothing = {
  asked:
    'Nobody waits for an answer. Whoever decides lines asks for an override where the policy blocks a text they want.',
  granted: 'No override was granted yet.',
  refused: 'No override was refused yet.',
} as const;
