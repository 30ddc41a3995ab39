import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { startBrowser } from '../support/browser.ts';
import { type ServedApp, servedApp } from './support/served-app.ts';

const Operations = z.record(z.string(), z.object({ operationId: z.string() }));
const Documented = z.object({ paths: z.record(z.string(), Operations), webhooks: z.record(z.string(), Operations) });
let app: ServedApp;
beforeAll(async () => {
  app = await servedApp();
});
afterAll(() => app.close());

describe('the reference page', () => {
  it('shows the routes in a browser, breaks no rule of its own and asks nobody else', async () => {
    const browser = await startBrowser();
    const page = await browser.newPage();
    const complaints: string[] = [];
    const elsewhere: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      if (protocol !== 'data:' && origin !== app.url) elsewhere.push(request.url());
    });
    await page.goto(`${app.url}/docs`);
    const { paths, webhooks } = Documented.parse((await app.send('GET', '/openapi.json')).body);
    const named = Object.values({ ...paths, ...webhooks }).flatMap((at) =>
      Object.values(at).map(({ operationId }) => operationId),
    );
    await page
      .locator('.opblock')
      .nth(named.length - 1)
      .waitFor();
    const shown = await page.locator('.opblock').evaluateAll((blocks) => blocks.map(({ id }) => id.split('-').at(-1)));
    expect(shown.sort()).toEqual(named.sort());
    await page.getByText('Ask for subject lines for the cohorts of a brief').click();
    await page.getByText('The brief has mistakes', { exact: false }).first().waitFor();
    await browser.close();
    expect({ complaints, elsewhere }).toEqual({ complaints: [], elsewhere: [] });
  });

  it('loads nothing but files of this service, and has no inline script', async () => {
    const { text } = await app.send('GET', '/docs');
    const addresses = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address = '']) => address);
    expect(addresses).toHaveLength(4);
    expect(text.match(/<script(?! src=)/)).toBeNull();
    for (const address of addresses) expect([address, (await app.send('GET', address)).status]).toEqual([address, 200]);
    expect((await app.send('GET', '/docs/initializer.js')).text).toContain("url: '/openapi.json'");
  });

  it('serves no other file of the package', async () => {
    for (const file of ['swagger-initializer.js', 'package.json', 'swagger-ui.css.map', '..%2fpackage.json'])
      expect([file, (await app.send('GET', `/docs/${file}`)).status]).toEqual([file, 404]);
  });
});
