/** Letting people in, giving them roles, and their passwords and sessions, in real browsers. */
import { describe, expect, it } from 'vitest';
import { browserDesks } from './support/desks.ts';
import { accessibilityFaults, overflow } from './support/page-faults.ts';

const desks = browserDesks();

describe('people and access', () => {
  it('lets an admin invite somebody, who signs in by the link, sets a password and comes back with it', async () => {
    const service = await desks.serviceWith(['Socks, then boots']);
    const { page: ada, faults } = await desks.open(service, 'Ada Admin', 'admin');
    await ada.keyboard.press('g');
    await ada.keyboard.press('p');
    await ada.getByRole('button', { name: 'Invite somebody' }).click();
    const form = ada.getByRole('form', { name: 'Invite somebody' });
    await form.getByRole('button', { name: 'Invite' }).click();
    await form.getByText('Give their name.').waitFor();
    await form.getByLabel('Name').fill('Ben Okafor');
    await form.getByLabel('E-mail address').fill('not an address');
    await form.getByRole('button', { name: 'Invite' }).click();
    await form.getByText('Must be an e-mail address').waitFor();
    await form.getByLabel('E-mail address').fill('ben@example.com');
    await form.getByRole('button', { name: 'Invite' }).click();
    const handed = ada.getByRole('region', { name: 'Sign-in link for Ben Okafor' });
    const link = (await handed.locator('code').textContent()) ?? '';
    expect(link).toMatch(/\/sign-in#lw_link_[0-9a-f]{64}$/);
    await ada.getByRole('listitem', { name: 'Ben Okafor' }).getByText('Never signed in').waitFor();
    expect(await accessibilityFaults(ada)).toEqual([]);

    const ben = await (await ada.context().browser()?.newContext())?.newPage();
    if (!ben) throw new Error('no second browser');
    await ben.goto(link);
    await ben.getByRole('link', { name: 'Ben Okafor' }).click();
    await ben.getByLabel('New password').fill('short');
    await ben.getByRole('button', { name: 'Set password' }).click();
    await ben.getByText(/at least 12/i).waitFor();
    await ben.getByLabel('New password').fill('grey wool and lanterns');
    await ben.getByRole('button', { name: 'Set password' }).click();
    await ben.getByText('You are signed out everywhere else.').waitFor();
    expect(await accessibilityFaults(ben)).toEqual([]);
    await ben.setViewportSize({ width: 320, height: 800 });
    expect(await overflow(ben)).toBe(0);
    await ben.getByRole('button', { name: 'Sign out everywhere' }).click();
    await ben.getByRole('heading', { name: 'You are not signed in' }).waitFor();
    await ben.getByLabel('E-mail address').fill('ben@example.com');
    await ben.getByRole('textbox', { name: 'Password' }).fill('a wrong password');
    await ben.getByRole('button', { name: 'Sign in' }).click();
    await ben.getByText('do not belong together').waitFor();
    expect(await accessibilityFaults(ben)).toEqual([]);
    await ben.getByRole('textbox', { name: 'Password' }).fill('grey wool and lanterns');
    await ben.getByRole('button', { name: 'Sign in' }).click();
    await ben.getByRole('link', { name: 'Ben Okafor' }).waitFor();
    expect(await ben.getByRole('link', { name: 'People' }).count()).toBe(0);

    await ada.getByRole('button', { name: 'Done' }).click();
    const row = ada.getByRole('listitem', { name: 'Ben Okafor' });
    await row.getByRole('button', { name: 'Roles' }).click();
    await row.getByRole('checkbox', { name: /^Admin/ }).check();
    await row.getByRole('button', { name: 'Save roles' }).click();
    await ada.getByText('The roles of Ben Okafor are saved. They hold at once.').waitFor();
    await ben.reload();
    await ben.getByRole('link', { name: 'People' }).waitFor();

    await row.getByRole('button', { name: 'Disable' }).click();
    await row.getByText('Disabled: cannot sign in').waitFor();
    await ben.reload();
    await ben.getByRole('heading', { name: 'You are not signed in' }).waitFor();

    const own = ada.getByRole('listitem', { name: 'Ada Admin' });
    await own.getByRole('button', { name: 'Roles' }).click();
    await own.getByRole('checkbox', { name: /^Admin/ }).uncheck();
    await own.getByRole('button', { name: 'Save roles' }).click();
    await own.getByText('would have no admin').waitFor();
    await ada.emulateMedia({ colorScheme: 'dark' });
    expect(await accessibilityFaults(ada)).toEqual([]);
    await ada.setViewportSize({ width: 320, height: 800 });
    expect(await overflow(ada)).toBe(0);
    expect(faults).toEqual([]);
  }, 60_000);
});
