import { beforeAll, describe, expect, it } from 'vitest';
import { lineDelivery } from '../../src/delivery/line-delivery.ts';
import { defaultPolicy } from '../../src/guardrails/default-policy.ts';
import { approveItem, tool } from '../support/approved-lines.ts';
import { fixedMoment } from '../support/fixed-moment.ts';
import { addRealBrand } from '../support/real-brand.ts';
import { draftRequest } from '../support/sample-acts.ts';
import { sampleBrief } from '../support/samples.ts';
import { eachStore } from '../support/stores.ts';

const good = "{{ first_name|default:'there' }}, your shirt has a pair of jeans now";
const hard = "{{ first_name|default:'there'|title }}, the linen you wanted is in";

describe('lines in the dialect of the asked platform', () => {
  eachStore(({ store }) => {
    const moment = fixedMoment();
    const brandIds = ['tagged'];
    const delivery = () => lineDelivery({ store: store().delivery, brands: store().brands, moment });
    const ids: string[] = [];
    beforeAll(async () => {
      await addRealBrand(store(), moment, 'tagged', { ...defaultPolicy, dialect: 'klaviyo' });
      const { items } = await draftRequest(store(), moment, sampleBrief('tagged', ['linen']), [good, hard]);
      for (const { id } of items) ids.push((await approveItem({ store: store(), moment }, 'tagged', id)).id);
    });

    it('are given as they were approved where nobody asks for another', async () => {
      const { lines } = await delivery().list(tool, { brandIds }, { limit: 9, cursor: null });
      expect(lines.map(({ line }) => [line.text, line.dialect])).toEqual([
        [good, 'klaviyo'],
        [hard, 'klaviyo'],
      ]);
    });

    it('come converted, and what cannot be is withheld with its tag', async () => {
      const page = { limit: 9, cursor: null, dialect: 'marketo', changedSince: null, updatedAfter: null };
      const expected = '{{lead.First Name:default=there}}, your shirt has a pair of jeans now';
      const list = await delivery().list(tool, { brandIds }, page);
      const { data: cohorts } = await delivery().cohorts(tool, { brandIds }, page);
      for (const { lines, withheld } of [list, ...cohorts]) {
        expect(lines.map(({ line }) => [line.text, line.dialect])).toEqual([[expected, 'marketo']]);
        expect(withheld.map(({ reason }) => reason)).toEqual([expect.stringContaining('|title }}" at 0 cannot be')]);
      }
      const { data } = await delivery().changes(tool, { brandIds }, page);
      expect(data.map(({ line, reason }) => reason ?? line.line.text)).toEqual([
        expected,
        expect.stringContaining('cannot be converted'),
      ]);
    });

    it('are refused by id with the tag and its place', async () => {
      await expect(delivery().read(tool, brandIds, ids[1] ?? '', 'marketo')).rejects.toMatchObject({
        code: 'tag-not-convertible',
        members: { tag: "{{ first_name|default:'there'|title }}", start: 0, end: 38 },
      });
      await expect(delivery().read(tool, brandIds, ids[0] ?? '', 'marketoo')).rejects.toMatchObject({
        code: 'bad-request',
        message: expect.stringContaining('"marketo"'),
      });
    });
  });
});
