import { beforeEach, describe, expect, it } from 'vitest';
import { theService } from '../../src/domain/access.ts';
import { compiledPolicies } from '../../src/guardrails/compiled-policies.ts';
import { brandImport } from '../../src/policies/brand-import.ts';
import { publishingPolicies } from '../../src/policies/publish-policy.ts';
import type { BrandFiles } from '../../src/ports/brand-files.ts';
import { fixedMoment } from '../support/fixed-moment.ts';
import { eachStore } from '../support/stores.ts';

const brandFile = 'name: Loomwell\nvoice: { character: Plain. }\n';

/** Brand folders that lie in memory. */
function folders(brands: Record<string, { brand?: string; policy: string }>): BrandFiles {
  return {
    brandIds: () => Object.keys(brands),
    pathOf: (id, file) => `${id}/${file}`,
    readText: (path) => {
      const [id = '', file] = path.split('/');
      const brand = brands[id];
      if (!brand) return null;
      return file === 'policy.yaml' ? brand.policy : (brand.brand ?? brandFile);
    },
  };
}

describe('importing brands', () => {
  eachStore(({ store }) => {
    const moment = fixedMoment();
    let id = '';
    let count = 0;
    const importing = (brands: Parameters<typeof folders>[0]) =>
      brandImport({ store: store().brands, files: folders(brands), moment });
    const maxOf = async (brandId: string) =>
      (await store().brands.brand(brandId))?.release.policy.rules['length']?.options['max'];
    beforeEach(() => {
      id = `loomwell-${++count}`;
    });

    it('publishes a brand it does not know, and leaves it alone from then on', async () => {
      const first = importing({ [id]: { policy: 'rules: { length: { max: 60 } }' } });
      expect(await first.importNew()).toEqual([{ id, outcome: 'imported', mistakes: [], filesDiffer: false }]);
      expect(await first.importNew()).toMatchObject([{ outcome: 'known', filesDiffer: false }]);
      const changed = importing({ [id]: { policy: 'rules: { length: { max: 90 } }' } });
      expect(await changed.importNew()).toMatchObject([{ outcome: 'known', filesDiffer: true }]);
      expect(await maxOf(id)).toBe(60);
    });

    it('takes changed files over as a draft, on purpose, and publishes the draft on purpose', async () => {
      await importing({ [id]: { policy: 'rules: { length: { max: 60 } }' } }).importNew();
      const changed = importing({ [id]: { policy: 'rules: { length: { max: 90 } }' } });
      const { release } = await changed.importDraft(id, theService);
      expect(release?.state).toBe('draft');
      expect(await maxOf(id)).toBe(60);
      const publish = publishingPolicies({ store: store().brands, moment, compiled: compiledPolicies() });
      await publish(id, release?.id ?? '', theService);
      expect(await maxOf(id)).toBe(90);
      expect(await changed.importNew()).toMatchObject([{ filesDiffer: false }]);
    });

    it('keeps the names of sandboxes for sandboxes', async () => {
      const named = importing({ [`${id}-sandbox`]: { policy: 'rules: { length: { max: 60 } }' } });
      expect(await named.importNew()).toMatchObject([
        { outcome: 'set-aside', mistakes: [{ message: expect.stringContaining('kept for sandboxes') }] },
      ]);
      expect(await named.importDraft(`${id}-sandbox`, theService)).toMatchObject({ outcome: 'set-aside' });
      expect(await store().brands.brand(`${id}-sandbox`)).toBeNull();
    });

    it('lets a changed voice wait for publication like a changed policy', async () => {
      await importing({ [id]: { policy: 'rules: {}' } }).importNew();
      const louder = importing({ [id]: { brand: brandFile.replace('Plain', 'Loud'), policy: 'rules: {}' } });
      const character = async () => (await store().brands.brand(id))?.brand.profile.voice.character;
      const { release } = await louder.importDraft(id, theService);
      expect(await character()).toBe('Plain.');
      const publish = publishingPolicies({ store: store().brands, moment, compiled: compiledPolicies() });
      await publish(id, release?.id ?? '', theService);
      expect(await character()).toBe('Loud.');
    });

    it('sets a brand with a mistake aside by file, line, column and nearest name, and imports the others', async () => {
      const statuses = await importing({
        [id]: { policy: 'rules:\n  lenght: { max: 60 }\n' },
        [`${id}-other`]: { policy: 'rules: { length: { maximum: 60 } }' },
        [`${id}-good`]: { policy: 'rules: {}' },
      }).importNew();
      expect(statuses).toMatchObject([
        { outcome: 'set-aside', mistakes: [{ file: `${id}/policy.yaml`, line: 2, column: 3 }] },
        { outcome: 'set-aside', mistakes: [{ message: expect.stringContaining('maximum') }] },
        { outcome: 'imported' },
      ]);
      expect(statuses[0]?.mistakes[0]?.message).toContain('"length"');
      expect(await store().brands.brand(id)).toBeNull();
    });

    it('does not publish a policy that fails one of its own examples', async () => {
      const policy =
        'rules: { length: { warnAt: 20, max: 20 } }\nexamples:\n  pass:\n    - A line of more than twenty characters\n';
      const [status] = await importing({ [id]: { policy } }).importNew();
      expect(status).toMatchObject({ outcome: 'set-aside', mistakes: [{ line: 4, column: 7 }] });
      expect(status?.mistakes[0]?.message).toMatch(/must pass/);
    });

    it('refuses a folder whose name cannot name a brand', async () => {
      const [status] = await importing({ 'Loom Well': { policy: '' } }).importNew();
      expect(status).toMatchObject({ outcome: 'set-aside', mistakes: [{ line: 1 }] });
    });
  });
});
