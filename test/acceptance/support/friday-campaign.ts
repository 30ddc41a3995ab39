/** The campaign of a busy night: many cohorts, an offer that ends on the day of the mail, and the brand it is for. */
import { mkdtempSync, rmSync } from 'node:fs';
import { appendFile, cp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as z from 'zod';
import { brandFolder } from '../../../src/cli/files.ts';
import { compose } from '../../../src/compose.ts';
import { readConfig } from '../../../src/config.ts';
import { Scope } from '../../../src/domain/access.ts';
import type { Brief } from '../../../src/domain/brief.ts';
import type { ModelCall } from '../../support/model-server.ts';
import { plainLines } from '../../support/plain-lines.ts';

const dayMs = 24 * 60 * 60 * 1_000;
const silence = { info: () => {}, warn: () => {}, error: () => {} };

export const brand = 'tilden-row';
/** What a line says that holds only while the offer ends on the day of the mail. */
export const lastNight = 'Ends tonight: 20% off coats';

/** A brief of so many cohorts whose offer ends `days` after the day of the mail. */
export function fridayBrief(cohorts: number, endsDaysLater: number): z.input<typeof Brief> {
  // Noon in New York, so that "tonight" is the same date everywhere it is asked.
  const day = new Date(Date.now() + 2 * dayMs).toISOString().slice(0, 10);
  const endDay = new Date(Date.parse(day) + endsDaysLater * dayMs).toISOString().slice(0, 10);
  return {
    brand,
    externalId: 'monday-mail',
    campaign: { externalId: 'monday', name: 'Monday' },
    messageType: 'promotional',
    goal: 'Show the coats while they are 20% off.',
    market: 'US',
    locale: 'en-US',
    timeZone: 'America/New_York',
    send: { kind: 'at', at: `${day}T12:00:00-05:00` },
    offer: {
      type: 'percent-off',
      on: 'coats',
      percent: '20',
      percentIsMax: false,
      conditions: [],
      threshold: null,
      startsAt: new Date(Date.now() - dayMs).toISOString(),
      endsAt: `${endDay}T23:59:00-05:00`,
      ...(endsDaysLater > 0 && { extendedFrom: `${day}T23:59:00-05:00` }),
      stockLimited: false,
      membersOnly: false,
    },
    candidatesPerCohort: 4,
    needed: 1,
    cohorts: Array.from({ length: cohorts }, (_, at) => ({
      externalId: `readers-${at + 1}`,
      name: `Readers ${at + 1}`,
      who: 'Bought from the shop within the last year.',
      size: 4_000,
    })),
  };
}

/** The reply of a model that keeps to the task: one line on the last night, and plain ones. */
export function fridayReply({ user }: ModelCall): string {
  const count = Number(/Write (\d+) subject lines?/.exec(user)?.[1] ?? 1);
  const candidates = plainLines(user, count).map((line, at) => (at === 0 ? { ...line, text: lastNight } : line));
  return JSON.stringify({ candidates });
}

// Many people review for it, so that all cohorts are drafted in this one night; what they approve goes out at once.
const settings = '\nreview: { horizonDays: 30, hoursPerDay: 24, releaseGraceSeconds: 0 }\n';

/** Imports the brand with its settings, and makes a key for it. */
export async function prepareBrand(databaseUrl: string): Promise<{ readonly key: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'linewright-brands-'));
  try {
    const own = join(folder, 'brands', brand);
    await cp('data/retail-us.policy.yaml', join(folder, 'retail-us.policy.yaml'));
    await cp(join('data/brands', brand), own, { recursive: true });
    await appendFile(join(own, 'brand.yaml'), settings);
    const product = await compose(
      { ...readConfig({}), databaseUrl },
      { log: silence, files: brandFolder(join(folder, 'brands')) },
    );
    for (const { mistakes } of await product.brandImport.importNew())
      if (mistakes.length > 0) throw new Error(mistakes.map(({ message }) => message).join(' '));
    const client = await product.accounts.client('Campaign tool');
    await product.accounts.grant(client.id, [brand], ['campaign-client']);
    const { secret } = await product.keys.create({ clientId: client.id, scopes: Scope.options, daysValid: 1 });
    await product.close();
    return { key: secret };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
