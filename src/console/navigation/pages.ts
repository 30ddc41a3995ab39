/** Every page by its address. Each but the queue is loaded when it is first opened. */
import { type ComponentType, lazy } from 'react';
import { QueuePage } from '../queue/queue-page.tsx';
import type { PageProps } from './page-props.ts';

/** Patterns of addresses as wouter reads them; the first that fits wins. */
export const pages: readonly { readonly path: string; readonly page: ComponentType<PageProps> }[] = [
  { path: '/queue', page: QueuePage },
  {
    path: '/queue/list',
    page: lazy(() => import('../queue/list/list-page.tsx').then(({ ListPage }) => ({ default: ListPage }))),
  },
  { path: '/cohorts/:id', page: QueuePage },
  {
    path: '/lines/:id',
    page: lazy(() => import('../line/history/line-page.tsx').then(({ LinePage }) => ({ default: LinePage }))),
  },
  {
    path: '/rules/:id',
    page: lazy(() => import('../rules/rule-page.tsx').then(({ RulePage }) => ({ default: RulePage }))),
  },
  {
    path: '/campaigns',
    page: lazy(() =>
      import('../campaigns/list/campaigns-page.tsx').then(({ CampaignsPage }) => ({ default: CampaignsPage })),
    ),
  },
  {
    path: '/campaigns/new',
    page: lazy(() =>
      import('../campaigns/brief/new-brief-page.tsx').then(({ NewBriefPage }) => ({ default: NewBriefPage })),
    ),
  },
  {
    path: '/briefs/:id',
    page: lazy(() =>
      import('../campaigns/brief/edit-brief-page.tsx').then(({ EditBriefPage }) => ({ default: EditBriefPage })),
    ),
  },
  {
    path: '/requests/:id/replace',
    page: lazy(() => import('../acts/replace-page.tsx').then(({ ReplacePage }) => ({ default: ReplacePage }))),
  },
  {
    path: '/requests/:id',
    page: lazy(() =>
      import('../campaigns/request/request-page.tsx').then(({ RequestPage }) => ({ default: RequestPage })),
    ),
  },
  {
    path: '/brands',
    page: lazy(() => import('../brands/brands-page.tsx').then(({ BrandsPage }) => ({ default: BrandsPage }))),
  },
  {
    path: '/brands/:id',
    page: lazy(() => import('../brands/brand-page.tsx').then(({ BrandPage }) => ({ default: BrandPage }))),
  },
  {
    path: '/library',
    page: lazy(() => import('../library/library-page.tsx').then(({ LibraryPage }) => ({ default: LibraryPage }))),
  },
  {
    path: '/library/:id',
    page: lazy(() =>
      import('../library/library-line-page.tsx').then(({ LibraryLinePage }) => ({ default: LibraryLinePage })),
    ),
  },
  {
    path: '/overrides',
    page: lazy(() =>
      import('../overrides/overrides-page.tsx').then(({ OverridesPage }) => ({ default: OverridesPage })),
    ),
  },
  {
    path: '/evidence',
    page: lazy(() => import('../home/evidence-page.tsx').then(({ EvidencePage }) => ({ default: EvidencePage }))),
  },
  {
    path: '/people',
    page: lazy(() => import('../people/people-page.tsx').then(({ PeoplePage }) => ({ default: PeoplePage }))),
  },
  {
    path: '/account',
    page: lazy(() => import('../people/account-page.tsx').then(({ AccountPage }) => ({ default: AccountPage }))),
  },
  {
    path: '/',
    page: lazy(() => import('../home/home-page.tsx').then(({ HomePage }) => ({ default: HomePage }))),
  },
  {
    path: '/keys',
    page: lazy(() => import('../people/keys-page.tsx').then(({ KeysPage }) => ({ default: KeysPage }))),
  },
  {
    path: '/webhooks',
    page: lazy(() => import('../people/webhooks-page.tsx').then(({ WebhooksPage }) => ({ default: WebhooksPage }))),
  },
];
