/** Signing in and out in a real browser. */
import { describe, expect, it } from 'vitest';
import { browserDesks } from './support/desks.ts';
import { accessibilityFaults } from './support/page-faults.ts';

const desks = browserDesks();

describe('signing in', () => {
  it('follows a link once, and takes the token out of the address', async () => {
    const service = await desks.serviceWith(['Socks, then boots']);
    const { page, faults } = await desks.open(service);
    expect(page.url()).toBe(`${service.url}/queue`);
    expect(await page.getByText('Ana Ortiz').count()).toBe(1);

    const link = await service.signInLink('Ben Okafor');
    const other = await page.context().newPage();
    await other.goto(link);
    await other.getByText('Ben Okafor').waitFor();
    await page.goto(link);
    await page.getByRole('heading', { name: 'This link does not work any more' }).waitFor();
    expect(await page.getByText('npm run -s cli -- users sign-in-link').count()).toBe(1);
    expect(await page.evaluate('location.hash')).toBe('');
    expect(faults).toEqual([]);
  });

  it('says how to get a link once somebody signed out', async () => {
    const service = await desks.serviceWith(['Socks, then boots']);
    const { page } = await desks.open(service, 'Ana Ortiz');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'You are not signed in' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});
