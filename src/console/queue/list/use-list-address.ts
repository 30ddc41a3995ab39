/** What is chosen on the list page, all of it behind the question mark of its address: a link shows the same lines. */
import { useSearchParams } from 'wouter';
import type { QueueTab } from '../../../domain/queue-tab.ts';
import type { LinesAsked } from '../../api/use-line-list.ts';

/** The tabs in their order, each with its name and what it holds. */
export const tabs = [
  { tab: 'waiting', name: 'Waiting', says: 'Apologies and near dates first, then warnings and large cohorts.' },
  { tab: 'mine', name: 'Mine', says: 'What you decided, the latest first.' },
  { tab: 'blocked', name: 'Blocked', says: 'Drafts the policy holds back. Nobody needs to decide them.' },
  { tab: 'approved', name: 'Approved', says: 'The latest first.' },
  { tab: 'rejected', name: 'Rejected', says: 'The latest first.' },
  { tab: 'expired', name: 'Expired', says: 'What nobody decided in time, and what was put away as not needed.' },
] as const satisfies readonly { readonly tab: QueueTab; readonly name: string; readonly says: string }[];

/** How many lines a page holds. */
export const sizes = [10, 25, 50, 100] as const;

/** How long a line must have waited, in hours. */
export const ages = [
  { hours: '24', name: 'Over a day' },
  { hours: '72', name: 'Over 3 days' },
  { hours: '168', name: 'Over a week' },
] as const;

/** What narrows a list. */
export const filterNames = ['campaign', 'cohort', 'rule', 'risk', 'age', 'search'] as const;
export type FilterName = (typeof filterNames)[number];

type Name = FilterName | 'tab' | 'brand' | 'size' | 'page' | 'after';

/** What the address says and how to choose otherwise; choosing anything but a page leads to the first one. */
export function useListAddress() {
  const [params, setParams] = useSearchParams();
  const read = (name: Name) => params.get(name) || null;
  const change = (changes: Partial<Record<Name, string | null>>, isStep: boolean) =>
    setParams(
      (known) => {
        const next = new URLSearchParams(known);
        for (const [name, value] of Object.entries(isStep ? changes : { page: null, after: null, ...changes }))
          if (value) next.set(name, value);
          else next.delete(name);
        return next;
      },
      { replace: !isStep },
    );
  const tab = tabs.find((each) => each.tab === read('tab'))?.tab ?? 'waiting';
  const size = sizes.find((each) => String(each) === read('size')) ?? 25;
  const risk = read('risk');
  const age = ages.find(({ hours }) => hours === read('age'))?.hours;
  const asked: LinesAsked = {
    tab,
    limit: size,
    ...definedOf({
      brand: read('brand'),
      campaign: read('campaign'),
      cohort: read('cohort'),
      rule: read('rule'),
      search: read('search'),
      cursor: read('after'),
    }),
    ...(risk === 'warnings' || risk === 'none' ? { risk } : {}),
    ...(age ? { olderThanHours: Number(age) } : {}),
  };
  return {
    tab,
    size,
    asked,
    brand: read('brand'),
    page: Math.max(1, Number.parseInt(read('page') ?? '1', 10) || 1),
    filter: read,
    isNarrowed: filterNames.some((name) => read(name) !== null),
    choose: (changes: Partial<Record<Name, string | null>>) => change(changes, false),
    /** Back leads to the page before. */
    goTo: (page: number, after: string | null) => change({ page: page === 1 ? null : String(page), after }, true),
  };
}

function definedOf(given: Readonly<Record<string, string | null>>): Record<string, string> {
  return Object.fromEntries(Object.entries(given).flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
}
