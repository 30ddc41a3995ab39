/** Home: what waits for whoever looks, and how it goes, for each role. */
import { NativeSelect, Skeleton } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { Role } from '../../domain/access.ts';
import { useFigures } from '../api/use-figures.ts';
import type { Session } from '../api/use-session.ts';
import type { PageProps } from '../navigation/page-props.ts';
import { useAddressState } from '../navigation/use-address-state.ts';
import { FailureNotice } from '../shell/failure-notice.tsx';
import { Page } from '../shell/page.tsx';
import { useTour } from '../tour/use-tour.ts';
import { ComplianceFigures } from './compliance-figures.tsx';
import styles from './home.module.css';
import { LineFigures } from './line-figures.tsx';
import { TodayPanel } from './today-panel.tsx';
import { TourStart } from './tour-start.tsx';
import { WriterFigures } from './writer-figures.tsx';

const periods = [7, 30, 90] as const;

/** What is shown follows from the roles; the server gives everybody the same figures of their brands. */
export function HomePage({ session }: PageProps) {
  useDocumentTitle('Home · Linewright');
  const [brand] = useAddressState('brand');
  const [chosen, setChosen] = useAddressState('days');
  const days = periods.find((period) => String(period) === chosen) ?? 30;
  const { figures, failure, retry } = useFigures(brand, days);
  const is = (...roles: readonly Role[]) => hasRole(session, brand, roles);
  const { wasSeen } = useTour();
  // An installation in which nothing was ever drafted shows the way instead of empty figures alone.
  const hasNothing = figures !== null && figures.lines === 0 && figures.waiting.oldestAt === null;
  const isFresh = !wasSeen && is('copywriter', 'admin') && hasNothing;
  return (
    <Page className={styles.home}>
      <h1>Home</h1>
      {isFresh && <TourStart brand={brand} />}
      {is('copywriter', 'admin') && <TodayPanel brand={brand} figures={figures} />}
      {failure && <FailureNotice error={failure} onRetry={retry} />}
      {hasNothing && <p className={styles.quiet}>Figures stand here as soon as lines are drafted and decided.</p>}
      {!hasNothing && (
        <div className={styles.head}>
          <h2>How it goes</h2>
          <NativeSelect
            aria-label="Period"
            size="xs"
            value={String(days)}
            onChange={(event) => setChosen(event.currentTarget.value)}
            data={periods.map((period) => ({ value: String(period), label: `Last ${period} days` }))}
          />
        </div>
      )}
      {!figures && !failure && <Skeleton height={320} aria-label="Loading the figures" />}
      {figures && !hasNothing && <LineFigures figures={figures} isWhole={is('admin', 'policy-owner')} />}
      {figures && !hasNothing && is('compliance', 'admin', 'policy-owner') && (
        <WriterFigures writers={figures.writers} />
      )}
      {figures && !hasNothing && is('compliance', 'admin', 'policy-owner') && (
        <ComplianceFigures figures={figures} brand={brand} mayRead={is('compliance', 'admin')} />
      )}
    </Page>
  );
}

function hasRole({ me }: Session, brand: string | null, roles: readonly Role[]): boolean {
  return me.memberships.some(
    (membership) => roles.includes(membership.role) && (brand === null || membership.brandId === brand),
  );
}
