/** Somebody writes a brief, by form and by pasting one, and changes it. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { bootBrief, browserDesks, status } from './support/desks.ts';
import { accessibilityFaults, overflow } from './support/page-faults.ts';

const desks = browserDesks();
const line = (text: string) => ({ text, angle: 'completion' as const });
const hostile = '<script>alert(1)</script> & "boots"';

/** A brief with a syntax mistake in the line that is replaced, a misspelled name and a number where a text is asked for. */
const pasted = `# Spring, from the planning sheet
brand: tilden-row
campaign: { externalId: spring, name: Spring boots }
messageType: promotional
goal: Show the spring boots.
market: US
locale: en-US
timeZone: America/New_York
send: { kind: at, at: 2027-03-01T08:00:00-05:00 }
offer:
  type: percent-off
  percent: 40
  endsAt: next Sunday
attributes:
  first_name: { coverage: 0.7, samples: [Loren] }
cohorts:
  - externalId: boot-buyers
    name: Boot buyers
    whoo: Bought boots.
`;

async function newBrief(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Campaigns' }).click();
  await page.getByRole('button', { name: 'New campaign' }).click();
  await page.getByRole('heading', { name: /to fill in or mend$/ }).waitFor();
}

describe('writing a brief', () => {
  it('goes by form, with mistakes at their fields, and is followed', async () => {
    const service = await desks.serviceWith([]);
    const { page, faults } = await desks.open(service, 'Ana Ortiz', 'copywriter', { timezoneId: 'America/New_York' });
    await newBrief(page);
    expect(await page.getByText('is missing').count()).toBeGreaterThan(4);
    expect(await page.locator('[aria-invalid="true"]').count()).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    const field = (name: string | RegExp) => page.getByRole('textbox', { name });
    const choice = (name: string | RegExp) => page.getByRole('combobox', { name });
    await field(/^Name of the campaign/).fill('Spring boots');
    await field(/^Goal/).fill(hostile);
    await choice(/^Send/).first().selectOption('At a time');
    await page.getByLabel(/^Goes out/).fill('2027-03-01T08:00');
    await choice('Offer').first().selectOption('There is an offer');
    await choice(/^Kind \*|^Kind$/).selectOption('Amount off');
    await field(/^Amount( \*)?$/).fill('12.5');
    await page.getByLabel(/^Starts/).fill('2027-03-02T00:00');
    await page.getByLabel(/^Ends/).fill('2027-03-01T23:59');
    await field(/^Name( \*)?$/).fill(hostile);
    await field(/^Who they are/).fill('Bought boots.');
    await page.getByRole('button', { name: 'Send the brief' }).click();
    const toEnd = page.getByRole('button', { name: 'Offer, end' });
    await toEnd.waitFor();
    expect(await page.getByText('must be after startsAt').count()).toBe(2);
    await toEnd.click();
    await page.locator('#field-offer-endsAt:focus').waitFor();
    expect(await page.locator('#field-offer-endsAt[aria-invalid="true"]').count()).toBe(1);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByLabel(/^Ends/).fill('2027-03-07T23:59');
    await page.getByRole('heading', { name: 'Nothing is missing' }).waitFor();
    service.willWrite('script-alert-1-script-boots', [line('Boots for spring'), line('Spring has boots')]);
    await page.getByRole('button', { name: 'Send the brief' }).click();
    await page.getByRole('link', { name: /^Review 2 lines/ }).waitFor();
    await page.getByRole('button', { name: 'Change the brief' }).click();
    await page.getByRole('button', { name: 'As text' }).click();
    const text = await page.getByRole('textbox', { name: 'The brief as YAML or JSON' }).inputValue();
    for (const said of ['minor: 1250', 'currency: USD', 'endsAt: 2027-03-08T04:59:00.000Z', 'externalId: spring-boots'])
      expect(text).toContain(said);
    expect(faults).toEqual([]);
  });

  it('is pasted as text with mistakes by line, goes on in the form with nothing lost, and takes cohorts from a file', async () => {
    const service = await desks.serviceWith([]);
    const { page, faults } = await desks.open(service, 'Ana Ortiz', 'copywriter', { colorScheme: 'dark' });
    await newBrief(page);
    await page.getByRole('button', { name: 'As text' }).click();
    const text = page.getByRole('textbox', { name: 'The brief as YAML or JSON' });
    await text.fill(pasted.replace('goal: Show', 'goal: Show: all'));
    await page.getByRole('button', { name: 'Line 5' }).first().waitFor();
    await page.getByRole('button', { name: 'As a form' }).click();
    await status(page, 'The text cannot be read yet. Mend the marked lines, and the form shows it.');
    await text.fill(pasted);
    await page.getByRole('button', { name: 'Line 12' }).waitFor();
    await page.getByRole('button', { name: 'Line 19' }).waitFor();
    expect(await page.getByText('did you mean "who"?').count()).toBe(1);
    expect(await accessibilityFaults(page)).toEqual([]);
    await text.fill(pasted.replace('whoo', 'who'));
    await page.getByRole('button', { name: 'As a form' }).click();
    await page.locator('#field-offer-endsAt[aria-invalid="true"]').waitFor();
    expect(await page.getByText('Now: next Sunday').count()).toBe(1);
    const known = page.getByRole('region', { name: 'Merge attributes' });
    expect(await known.getByRole('textbox', { name: 'Readers who have it, percent' }).inputValue()).toBe('70');
    await known.getByRole('button', { name: 'Add an attribute' }).click();
    await page.keyboard.type('first_name');
    await known.getByText('there is an attribute of this name').waitFor();
    await page.keyboard.type('s Day');
    await known.getByText('"first_names Day" cannot be a name here', { exact: false }).waitFor();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('points');
    const share = known.getByRole('textbox', { name: 'Readers who have it, percent' }).last();
    await share.fill('130');
    await known.getByText('must be a percentage from 0 to 100').waitFor();
    await share.fill('12.5');
    await known.getByRole('combobox', { name: 'Values are' }).last().selectOption('Number');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByLabel(/^Ends/).fill('2027-03-07T23:59');
    const csv = 'externalId,name,who,size\r\nlapsed,"Away, for a year",Bought long ago,many\r\n';
    const choose = async (content: string) => {
      const chooser = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: 'Add cohorts from a CSV file' }).click();
      await (await chooser).setFiles({ name: 'cohorts.csv', mimeType: 'text/csv', buffer: Buffer.from(content) });
    };
    await choose(csv);
    await page.getByText(/must be a whole number in digits alone/).waitFor();
    await choose(csv.replace('many', '1200'));
    await page.getByRole('button', { name: /Away, for a year 1,200 readers/ }).waitFor();
    await page.getByRole('button', { name: 'Up: Away, for a year' }).click();
    await page.locator('#Down-cohort-0:focus').waitFor();
    await page.getByRole('heading', { name: 'Nothing is missing' }).waitFor();
    await page.getByRole('button', { name: 'As text' }).click();
    const now = await text.inputValue();
    for (const said of ['first_name:', 'points:', 'coverage: 0.125', 'type: number', 'percent: "40"', 'size: 1200'])
      expect(now).toContain(said);
    expect(now.indexOf('lapsed')).toBeLessThan(now.indexOf('boot-buyers'));

    await page.setViewportSize({ width: 320, height: 640 });
    expect([await overflow(page), await accessibilityFaults(page)]).toEqual([0, []]);
    await page.getByRole('button', { name: 'As a form' }).click();
    await page.getByRole('button', { name: /Away, for a year 1,200 readers/ }).click();
    expect([await overflow(page), await accessibilityFaults(page)]).toEqual([0, []]);
    await page.getByRole('button', { name: 'Send the brief' }).click();
    await page.getByRole('heading', { name: 'Spring boots' }).waitFor();
    expect(faults).toEqual([]);
  });

  it('is changed: what will be void is seen before it is saved, and the change of somebody else is not written over', async () => {
    const service = await desks.serviceWith([], { 'urgency-needs-dates': {} });
    const brief = bootBrief(1, {
      send: { kind: 'at', at: '2027-03-01T13:00:00.000Z' },
      offer: {
        type: 'percent-off',
        percent: '40',
        on: 'boots',
        endsAt: '2027-03-08T04:59:00.000Z',
        stockLimited: false,
      },
      needed: 1,
    });
    await service.putInReview(brief, { 'boot-buyers': [line('Through Sunday, March 7: 40% off boots')] });
    const { page, faults } = await desks.open(service);
    await page.getByRole('link', { name: 'Campaigns' }).click();
    await page.getByRole('link', { name: 'Second purchase' }).click();
    const other = await page.context().newPage();
    const review = page.getByRole('link', { name: /^Review 1 line/ });
    await other.goto(await review.evaluate((link) => `${Reflect.get(link, 'href')}`));
    await other.getByRole('article', { name: 'Line 1' }).waitFor();
    await other.keyboard.press('a');
    await page.getByText('1 of 1').waitFor();

    await page.getByRole('button', { name: 'Change the brief' }).click();
    await page.getByLabel(/^Ends/).fill('2027-03-10T23:59');
    const look = page.getByRole('button', { name: 'See what changes' });
    // Once the page has come to rest below the pointer.
    await look.hover();
    const place = await look.boundingBox();
    await look.click();
    await page.getByRole('heading', { name: '1 approved line will be void' }).waitFor();
    expect([await look.boundingBox(), await look.isDisabled()]).toEqual([place, true]);
    expect(await page.getByText('Through Sunday, March 7: 40% off boots').count()).toBe(1);
    expect(await page.getByText(/^Drafted again for want of lines/).count()).toBe(1);
    expect(await accessibilityFaults(page)).toEqual([]);

    await other.goto(page.url());
    await other.getByRole('textbox', { name: /^Goal/ }).fill('Another goal.');
    await other.getByRole('button', { name: 'See what changes' }).click();
    await other.getByRole('button', { name: 'Save the change' }).click();
    await other.getByRole('heading', { name: 'Second purchase' }).waitFor();

    await page.getByRole('button', { name: 'Save, and void 1 line' }).click();
    await page.getByRole('heading', { name: 'Not saved: the brief changed since you opened it' }).waitFor();
    expect(await page.getByText(/^Ana Ortiz changed goal on .* \(revision 2\)/).count()).toBe(1);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Put my changes on top' }).click();
    expect(await page.getByRole('textbox', { name: /^Goal/ }).inputValue()).toBe('Another goal.');
    expect(await page.getByLabel(/^Ends/).inputValue()).toBe('2027-03-10T23:59');
    await page.getByRole('button', { name: 'See what changes' }).click();
    await page.getByRole('button', { name: 'Save, and void 1 line' }).click();
    await status(page, 'Saved as revision 3. 1 line void.');
    await page.getByText('Revisions of the brief').click();
    await page.getByText('Changed: offer.').waitFor();
    expect(await page.getByText(/Revision 3/).count()).toBe(1);
    expect(faults).toEqual([]);
  });
});
