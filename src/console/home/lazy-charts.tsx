/** The charts, whose library comes only where one is shown. */
import { Skeleton } from '@mantine/core';
import { type ComponentProps, lazy, Suspense } from 'react';
import type { BarsChart, DaysChart } from './charts.tsx';

const Days = lazy(() => import('./charts.tsx').then(({ DaysChart: chart }) => ({ default: chart })));
const Bars = lazy(() => import('./charts.tsx').then(({ BarsChart: chart }) => ({ default: chart })));

/** Decisions by day. */
export function LazyDaysChart(props: ComponentProps<typeof DaysChart>) {
  return (
    <Suspense fallback={<Skeleton height={240} aria-label="Loading the chart" />}>
      <Days {...props} />
    </Suspense>
  );
}

/** Bars with names. */
export function LazyBarsChart(props: ComponentProps<typeof BarsChart>) {
  return (
    <Suspense fallback={<Skeleton height={240} aria-label="Loading the chart" />}>
      <Bars {...props} />
    </Suspense>
  );
}
