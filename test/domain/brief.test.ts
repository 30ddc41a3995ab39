import { describe, expect, it } from 'vitest';
import { Brief } from '../../src/domain/brief.ts';

const whole = {
  brand: 'demo',
  campaign: { externalId: 'coats', name: 'Coats' },
  messageType: 'promotional',
  goal: 'Sell coats.',
  market: 'US',
  locale: 'en-US',
  timeZone: 'America/New_York',
  send: { kind: 'triggered', trigger: 'thirty days after a purchase' },
  cohorts: [{ externalId: 'all', name: 'All', who: 'Everyone' }],
};

function mistakes(change: Record<string, unknown>): string[] {
  const read = Brief.safeParse({ ...whole, ...change });
  return read.success ? [] : read.error.issues.map(({ path }) => path.join('.'));
}

describe('Brief', () => {
  it('reads a whole brief and fills in how many lines are wanted', () => {
    expect(Brief.parse(whole)).toMatchObject({ candidatesPerCohort: 8, needed: 2, mustMention: [] });
  });

  it('holds instants in UTC', () => {
    const { send } = Brief.parse({ ...whole, send: { kind: 'at', at: '2027-01-08T08:00:00-05:00' } });
    expect(send).toEqual({ kind: 'at', at: '2027-01-08T13:00:00.000Z' });
  });

  it.each([
    ['an apology without its incident', { messageType: 'apology' }, 'incident'],
    ['a zone nobody knows', { timeZone: 'America/Springfield' }, 'timeZone'],
    ['a day that does not exist', { needBy: '2027-02-30T00:00:00Z' }, 'needBy'],
    ['a time without an offset', { needBy: '2027-02-03T00:00:00' }, 'needBy'],
    [
      'an offer that ends before it starts',
      {
        offer: { type: 'other', startsAt: '2027-01-02T00:00:00Z', endsAt: '2027-01-01T00:00:00Z' },
      },
      'offer.endsAt',
    ],
    ['a percentage as a number', { offer: { type: 'percent-off', percent: 40 } }, 'offer.percent'],
    [
      'a landing page that is a script',
      { landingPage: { url: 'javascript:alert(1)', promises: 'x' } },
      'landingPage.url',
    ],
    ['one cohort twice', { cohorts: [...whole.cohorts, ...whole.cohorts] }, 'cohorts.1.externalId'],
    ['a word it does not know', { cohort: [] }, ''],
  ])('refuses %s', (_, change, path) => {
    expect(mistakes(change)).toContain(path);
  });
});
