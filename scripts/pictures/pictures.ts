/** What there is to be seen: each page of the console, and what people do most on it. */
import type { Page } from 'playwright-core';
import type { Role } from '../../src/domain/access.ts';
import type { seededService } from './seeded-service.ts';

/** A page as a picture shows it. */
export type Picture = {
  readonly name: string;
  /** Who looks at it. */
  readonly as: { readonly name: string; readonly brandIds: readonly string[]; readonly roles: readonly Role[] };
  /** The address. */
  readonly path: string;
  /** Waits until there is something to be seen, and does what the picture is of. */
  readonly show: (page: Page) => Promise<void>;
  /** In which looks the documentation shows it. */
  readonly inDocs?: readonly ('light' | 'dark' | 'phone')[];
};

type Seeded = Awaited<ReturnType<typeof seededService>>;

/** Every picture of a seeded service. */
export function pictures(service: Seeded): readonly Picture[] {
  const copywriter = { name: 'Ana Ortiz', brandIds: ['tilden-row'], roles: ['copywriter'] } as const;
  const admin = { name: 'Ines Okafor', brandIds: service.brandIds, roles: ['admin'] } as const;
  const officer = { name: 'Cleo Brandt', brandIds: service.brandIds, roles: ['compliance'] } as const;
  const request = `/requests/${service.request('end-of-season')}`;
  return [
    { name: 'home', as: copywriter, path: '/', show: settled },
    { name: 'home-of-admins', as: admin, path: '/', show: settled },
    { name: 'queue', as: copywriter, path: '/queue', show: opened(), inDocs: ['light', 'phone'] },
    { name: 'rejecting', as: copywriter, path: '/queue', show: opened('r'), inDocs: ['dark'] },
    { name: 'editing', as: copywriter, path: '/queue', show: edited, inDocs: ['light'] },
    { name: 'inbox', as: copywriter, path: '/queue', show: opened('p') },
    { name: 'list', as: copywriter, path: '/queue/list', show: settled, inDocs: ['light'] },
    { name: 'blocked', as: copywriter, path: '/queue/list?tab=blocked', show: settled },
    { name: 'approved', as: copywriter, path: '/queue/list?tab=approved', show: settled },
    { name: 'line', as: copywriter, path: '/queue', show: opened('h') },
    { name: 'rule', as: copywriter, path: '/rules/urgency-needs-dates', show: settled },
    { name: 'campaigns', as: admin, path: '/campaigns', show: settled },
    { name: 'request', as: admin, path: request, show: settled, inDocs: ['light'] },
    { name: 'new-brief', as: admin, path: '/campaigns/new', show: settled },
    { name: 'library', as: copywriter, path: '/library', show: settled, inDocs: ['light'] },
    { name: 'brands', as: admin, path: '/brands', show: settled },
    { name: 'brand', as: admin, path: '/brands/tilden-row', show: settled },
    { name: 'playground', as: copywriter, path: '/brands/tilden-row?view=playground', show: settled },
    { name: 'policy', as: admin, path: '/brands/tilden-row?view=policy', show: settled },
    { name: 'replace', as: copywriter, path: `${request}/replace`, show: settled },
    { name: 'keys', as: admin, path: '/keys', show: settled },
    { name: 'webhooks', as: admin, path: '/webhooks', show: settled },
    { name: 'home-of-compliance', as: officer, path: '/', show: settled },
    { name: 'evidence', as: officer, path: '/evidence?brand=tilden-row', show: settled },
    { name: 'people', as: admin, path: '/people', show: settled },
    { name: 'account', as: copywriter, path: '/account', show: settled },
    { name: 'no-such-page', as: copywriter, path: '/nowhere', show: settled },
  ];
}

/** Waits until what the page asked for is there. */
async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.locator('.mantine-Skeleton-root, .mantine-Loader-root').first().waitFor({ state: 'detached' });
}

/** The first cohort of the queue, and a key pressed there. */
function opened(key?: string) {
  return async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: /^Begin with/ }).click();
    await page.locator('article:focus').waitFor();
    if (key !== undefined) await page.keyboard.press(key);
    await settled(page);
  };
}

/** An edit that the policy does not let pass. */
async function edited(page: Page): Promise<void> {
  await opened('e')(page);
  await page.getByRole('textbox', { name: 'Your text' }).fill('The must-have coat, guaranteed through Sunday');
  await page.getByText('The policy blocks this text').first().waitFor();
  await settled(page);
}
