/** What every page must keep to: no script errors, no other hosts, nothing for axe to find, no sideways scrolling. */
import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** The ids of what axe finds against WCAG 2.2 AA, with the elements. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(
      (found) => found.violations.map((each) => each.id + ': ' + each.nodes.map((node) => node.html).join(' | ')))`,
  );
}

/** The same in the light scheme and in the dark one; the page is light again afterwards. */
export async function faultsInBothSchemes(page: Page): Promise<string[]> {
  const light = await accessibilityFaults(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await accessibilityFaults(page);
  await page.emulateMedia({ colorScheme: 'light' });
  return [...light, ...dark.map((fault) => `dark: ${fault}`)];
}

/** How many pixels the page is wider than its window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}

/** Collects what goes wrong on a page from now on: script errors, dialogs, refused content, calls to other hosts. */
export function watch(page: Page, origin: string): string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('dialog', (dialog) => {
    faults.push(`a dialog said ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', (message) => {
    // A refused decision is an answer like others; the browser logs its status all the same.
    if (message.type() === 'error' && !/status of (?:4\d\d)|ERR_INTERNET_DISCONNECTED/.test(message.text()))
      faults.push(message.text());
  });
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== origin) faults.push(`a request went to ${request.url()}`);
  });
  return faults;
}
