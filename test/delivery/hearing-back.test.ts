import { beforeAll, describe, expect, it } from 'vitest';
import { hearingBack } from '../../src/delivery/hearing-back.ts';
import { OutcomeReport } from '../../src/domain/outcome.ts';
import { approveItem, draftedCohorts, tool } from '../support/approved-lines.ts';
import { fixedMoment } from '../support/fixed-moment.ts';
import { addRealBrand } from '../support/real-brand.ts';
import { eachStore } from '../support/stores.ts';

const brandIds = ['heard'];
const all = { limit: 100, cursor: null };

describe('hearing what became of lines', () => {
  eachStore(({ store }) => {
    const moment = fixedMoment();
    const heard = () => hearingBack({ store: store().outcomes, brands: store().brands, moment });
    const line = { id: '', text: '' };
    const use = (more: object = {}) => ({
      lineId: line.id,
      send: { externalId: 'mail-1' },
      usedAt: '2026-12-01T14:00:00.000Z',
      ...more,
    });
    const actions = async () =>
      (await store().evidence.eventPage({ brandIds }, all)).data.map(({ action, subject }) => `${action} ${subject}`);

    beforeAll(async () => {
      await addRealBrand(store(), moment, 'heard');
      const { items } = await draftedCohorts({ store: store(), moment }, 'heard', ['linen']);
      Object.assign(line, await approveItem({ store: store(), moment }, 'heard', items[0]?.[0] ?? ''));
    });

    it('keeps a use once, whoever says it again, and says so in the audit chain', async () => {
      const [first] = await heard().acknowledge(tool, brandIds, [use({ text: line.text })]);
      const [again] = await heard().acknowledge(tool, brandIds, [use({ text: line.text })]);
      expect(first).toMatchObject({ lineId: line.id, lineState: 'live', findings: [], acknowledgedBy: 'client_1' });
      expect(again).toEqual(first);
      expect((await heard().acknowledgements({ brandIds }, all)).data).toEqual([first]);
      expect((await actions()).filter((told) => told === `line.used ${line.id}`)).toHaveLength(1);
    });

    it('keeps a text that is not the approved one, and tells', async () => {
      const sent = use({ send: { externalId: 'mail-2' }, text: 'Another\u0000 text \ud83d', preheader: null });
      const [kept] = await heard().acknowledge(tool, brandIds, [sent]);
      expect(kept?.findings.map(({ kind }) => kind)).toEqual(['text-differs']);
      const { data } = await heard().acknowledgements({ brandIds, send: 'mail-2' }, all);
      expect(data).toEqual([kept]);
      expect(data[0]?.text).toBe('Another\u0000 text \ud83d');
    });

    it('tells of a use after the line was valid', async () => {
      const sent = use({ send: { externalId: 'mail-3' }, usedAt: '2027-06-01T00:00:00.000Z' });
      expect((await heard().acknowledge(tool, brandIds, [sent]))[0]?.findings[0]?.kind).toBe('out-of-time');
    });

    it("takes nothing where one line is unknown or another brand's", async () => {
      const before = await heard().acknowledgements({ brandIds }, all);
      const batch = [use({ send: { externalId: 'mail-4' } }), use({ lineId: 'line_none' })];
      await expect(heard().acknowledge(tool, brandIds, batch)).rejects.toMatchObject({
        code: 'invalid-request',
        mistakes: [{ pointer: '#/acknowledgements/1/lineId' }],
      });
      await expect(heard().acknowledge(tool, ['elsewhere'], [use()])).rejects.toMatchObject({
        code: 'invalid-request',
      });
      expect(await heard().acknowledgements({ brandIds }, all)).toEqual(before);
      expect((await heard().acknowledgements({ brandIds: ['elsewhere'] }, all)).data).toEqual([]);
    });

    it('keeps numbers, their corrections and what they were before', async () => {
      const day = { lineId: line.id, send: { externalId: 'mail-1' }, day: '2026-11-23' };
      const report = (counts: object) => heard().report(tool, brandIds, [OutcomeReport.parse({ ...day, ...counts })]);
      const revenue = { minor: 1999, currency: 'USD' };
      const [first] = await report({ sends: 100, clicks: 3, revenue });
      expect(first).toMatchObject({ revision: 1, arm: 'A', sends: 100, clicks: 3, revenue });
      expect(await report({ sends: 100, clicks: 3, revenue })).toEqual([first]);
      const [second] = await report({ sends: 100, clicks: 5, revenue });
      expect(second).toMatchObject({ revision: 2, clicks: 5 });
      const inForce = await heard().outcomes({ brandIds, isWithHistory: false }, all);
      expect(inForce.data).toEqual([second]);
      const history = await heard().outcomes({ brandIds, isWithHistory: true }, all);
      expect(history.data.map(({ clicks, replacedAt }) => [clicks, replacedAt])).toEqual([
        [5, null],
        [3, moment.now()],
      ]);
      expect((await actions()).filter((told) => told.startsWith('outcomes.reported'))).toHaveLength(2);
    });

    it('refuses a day to come', async () => {
      const report = OutcomeReport.parse({ lineId: line.id, day: '2027-01-01', sends: 1 });
      await expect(heard().report(tool, brandIds, [report])).rejects.toMatchObject({
        mistakes: [{ pointer: '#/outcomes/0/day' }],
      });
    });
  });
});

describe('numbers of a line', () => {
  it.each([
    [{ sends: 10, clicks: 11 }, 'clicks'],
    [{ sends: 10, complaints: 11 }, 'complaints'],
    [{}, 'sends'],
  ])('%o are a mistake at %s', (counts, place) => {
    const read = OutcomeReport.safeParse({ lineId: 'line_1', day: '2026-11-23', ...counts });
    expect(read.error?.issues.map(({ path }) => path.join('.'))).toContain(place);
  });
});
