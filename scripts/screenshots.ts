/**
 * Takes a picture of every page of the console, in light, dark and at the width of a phone, from the real product.
 * All of them go to var/screenshots; those that the documentation shows go to docs/images as well.
 */
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';
import { buildConsole } from '../src/console-build.ts';
import { startBrowser } from '../test/support/browser.ts';
import { type Picture, pictures } from './pictures/pictures.ts';
import { seededService } from './pictures/seeded-service.ts';

const folder = fileURLToPath(new URL('../var/screenshots', import.meta.url));
const images = fileURLToPath(new URL('../docs/images', import.meta.url));
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };
const looks = {
  light: { colorScheme: 'light', viewport: { width: 1440, height: 900 } },
  dark: { colorScheme: 'dark', viewport: { width: 1440, height: 900 } },
  phone: { colorScheme: 'light', ...phone },
} as const satisfies Record<string, BrowserContextOptions>;

type SignedIn = Awaited<ReturnType<BrowserContext['storageState']>>;
const sessions = new Map<string, SignedIn>();

const [only] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const log = { info: () => {}, warn: console.warn, error: console.error };
const service = await seededService(await buildConsole(log));
const browser = await startBrowser();
try {
  for (const picture of pictures(service))
    if (only === undefined || picture.name.includes(only)) await take(browser, picture);
} finally {
  await browser.close();
  await service.stop();
}

/** Everybody signs in once. */
async function signedIn(of: Browser, as: Picture['as']): Promise<SignedIn> {
  const known = sessions.get(as.name);
  if (known) return known;
  const context = await of.newContext();
  const page = await context.newPage();
  await page.goto(await service.signInLink(as));
  await page.getByRole('navigation', { name: 'Places' }).waitFor();
  const session = await context.storageState();
  sessions.set(as.name, session);
  await context.close();
  return session;
}

async function take(of: Browser, { name, as, path, show, inDocs = [] }: Picture): Promise<void> {
  for (const look of ['light', 'dark', 'phone'] as const) {
    const context = await of.newContext({ ...looks[look], storageState: await signedIn(of, as) });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(`${service.url}${path}`);
    await show(page);
    const file = `${name}-${look}.png`;
    await page.screenshot({ path: join(folder, file), fullPage: true });
    if (inDocs.includes(look)) {
      await page.screenshot({ path: join(folder, 'in-docs.png') });
      copyFileSync(join(folder, 'in-docs.png'), join(images, file));
    }
    console.log(file);
    // Leaving the page gives its lines back to the next person.
    await page.goto('about:blank');
    await context.close();
  }
}
