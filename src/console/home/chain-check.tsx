/** The audit chain of each brand, and whether it holds from the first event to the last. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { ChainsChecked } from '../../domain/chain-report.ts';
import type { FiguresView } from '../../http/contracts/figures-routes.ts';
import { useAct } from '../api/use-act.ts';
import { checkChains } from '../api/use-evidence.ts';
import { evidencePath } from '../navigation/addresses.ts';
import { useKeptBrand } from '../navigation/use-address-state.ts';
import { Icon } from '../shell/icon.tsx';
import { count } from '../words/counts.ts';
import { dayAndTime, timeHere } from '../words/dates.ts';
import { FigureTable } from './figure-table.tsx';
import styles from './home.module.css';

type Chain = ChainsChecked['chains'][number];

/** Checking reads every event, so it is done when somebody asks for it. */
export function ChainCheck(props: {
  readonly brand: string | null;
  readonly chains: FiguresView['chains'];
  readonly nameOf: (brandId: string) => string;
  readonly heading: 'h2' | 'h3';
}) {
  const { brand, chains, nameOf, heading: Heading } = props;
  const act = useAct();
  const kept = useKeptBrand();
  const [checked, setChecked] = useState<ChainsChecked | null>(null);
  const check = () =>
    act.run('check', async () => {
      const found = await checkChains(brand);
      setChecked(found);
      const broken = found.chains.filter((chain) => chain.broken !== null);
      if (broken.length > 0) return `${count(broken.length, 'chain')} did not hold. See the table.`;
      return found.chains.length === 1 ? 'The chain is whole.' : `All ${found.chains.length} chains are whole.`;
    });
  return (
    <section className={styles.card} aria-labelledby="chains">
      <div className={styles.head}>
        <Heading id="chains">Audit chain</Heading>
        <div className={styles.actions}>
          {Heading === 'h3' && (
            <Link href={kept(evidencePath())} className={styles.toAll}>
              Read every event
            </Link>
          )}
          <Button size="compact-sm" loading={act.busy !== null} onClick={() => void check()}>
            Check every event
          </Button>
        </div>
      </div>
      <FigureTable
        label="Audit chains"
        columns={['Brand', 'Events', 'Last written', 'Checked']}
        rows={chains.map(({ brandId, events, lastAt }) => [
          <Link key={brandId} href={evidencePath(brandId)}>
            <bdi>{nameOf(brandId)}</bdi>
          </Link>,
          events,
          lastAt === null ? 'Never' : dayAndTime(lastAt),
          <Found key={brandId} chain={checked?.chains.find((each) => each.brandId === brandId) ?? null} />,
        ])}
      />
      {act.failure && (
        <p role="alert" className={styles.failure}>
          {act.failure.message}
        </p>
      )}
      <p className={styles.quiet}>
        {checked === null
          ? 'Each event carries the hash of the one before it, so nothing can be changed, taken out or put in unseen.'
          : `Checked at ${timeHere(checked.checkedAt)}. What was written since is in the next check.`}
      </p>
    </section>
  );
}

function Found({ chain }: { readonly chain: Chain | null }) {
  if (chain === null) return 'Not yet';
  if (chain.broken === null)
    return (
      <span className={styles.good}>
        <Icon name="check" /> Whole, {count(chain.whole, 'event')}
      </span>
    );
  const { sequence, reason } = chain.broken;
  return (
    <span className={styles.bad}>
      <Icon name="block" /> Broken: {reason}.{' '}
      <Link href={evidencePath(chain.brandId, sequence)}>See event {sequence.toLocaleString('en-US')}</Link>
    </span>
  );
}
