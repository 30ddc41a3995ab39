import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { brandFolder } from '../../src/cli/files.ts';
import { BrandView } from '../../src/http/contracts/access-routes.ts';
import { listOf } from '../../src/http/contracts/route.ts';
import { apiCaller, signedIn } from '../support/api-caller.ts';
import { runningService } from '../support/running-service.ts';

it('sets a broken brand aside, shows its owner where the mistake is, and runs the others', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'linewright-brands-'));
  for (const id of ['tilden-row', 'wobbly'])
    cpSync('data/brands/tilden-row', join(folder, 'brands', id), { recursive: true });
  cpSync('data/retail-us.policy.yaml', join(folder, 'retail-us.policy.yaml'));
  writeFileSync(join(folder, 'brands/wobbly/policy.yaml'), 'rules:\n  length:\n    maxx: 70\n');
  const service = await runningService({ files: brandFolder(join(folder, 'brands')) });
  try {
    const owner = apiCaller(service.url, await signedIn(await service.signInLink()));
    const { data } = (await owner('/v1/brands', listOf(BrandView))).body;
    expect(data).toMatchObject([
      { id: 'tilden-row', name: 'Tilden Row', mistakes: [] },
      { id: 'wobbly', policyHash: null, mistakes: [{ line: 3, column: 5 }] },
    ]);
    expect(data[1]?.mistakes[0]?.message).toMatch(/maxx.*"max"/);
    const link = await service.signInLink({ name: 'Ada', brandIds: ['tilden-row'], roles: ['copywriter'] });
    const copywriter = apiCaller(service.url, await signedIn(link));
    expect((await copywriter('/v1/brands', listOf(BrandView))).body.data.map(({ id }) => id)).toEqual(['tilden-row']);
  } finally {
    await service.stop();
    rmSync(folder, { recursive: true });
  }
});
