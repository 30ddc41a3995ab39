/** Databases of before, brought forward with all that is in them. */
import { describe, expect, it } from 'vitest';
import { brands } from '../../src/store/migrations/0001-brands.ts';
import { drafting } from '../../src/store/migrations/0002-drafting.ts';
import { review } from '../../src/store/migrations/0003-review.ts';
import { audit } from '../../src/store/migrations/0004-audit.ts';
import { access } from '../../src/store/migrations/0005-access.ts';
import { jobs } from '../../src/store/migrations/0006-jobs.ts';
import { postgresTerms, sqliteTerms } from '../../src/store/migrations/terms.ts';
import { openStore } from '../../src/store/open-store.ts';
import { fixedMoment } from '../support/fixed-moment.ts';
import { rawSql } from '../support/raw-sql.ts';
import { sampleBrand, sampleBrief, sampleCandidate, sampleRelease, sampleReply } from '../support/samples.ts';
import { postgresDatabase, sqliteDatabase } from '../support/test-databases.ts';

/** The tables of the first version that had a name. */
const first = {
  '0001-brands': brands,
  '0002-drafting': drafting,
  '0003-review': review,
  '0004-audit': audit,
  '0005-access': access,
  '0006-jobs': jobs,
};

describe.each([
  ['SQLite', sqliteDatabase, sqliteTerms],
  ['PostgreSQL', () => postgresDatabase('template0'), postgresTerms],
] as const)('a %s database of the first version', (_, make, terms) => {
  it('is brought forward with all that is in it', async () => {
    const { databaseUrl, remove } = await make();
    await rawSql(
      databaseUrl,
      'create table kysely_migration (name varchar(255) primary key, timestamp varchar(255) not null)',
      ...Object.entries(first).flatMap(([name, statements]) => [
        ...statements(terms),
        `insert into kysely_migration values ('${name}', '2026-11-01')`,
      ]),
      ...rowsOfBefore(),
    );
    const store = await openStore({ databaseUrl });
    const [brandId, all] = ['loomwell', { limit: 10, cursor: null }] as const;
    const history = await store.evidence.candidateHistory([brandId], 'cand_1');
    expect(history).toMatchObject({
      decision: { id: 'dec_1', comment: 'Plain and true' },
      line: { id: 'line_1', state: 'live', approvedAt: at, releasedAt: at },
      item: { state: 'approved' },
    });
    expect((await store.delivery.liveLines({ brandIds: [brandId] }, all)).data).toMatchObject([
      { line: { id: 'line_1' }, brief: { id: 'brief_1', rootId: 'brief_1', revision: 1 } },
    ]);
    const delivered = await rawSql(databaseUrl, 'select line_id from deliveries');
    expect(delivered).toEqual([{ line_id: 'line_1' }]);
    await store.close();
    // What refers to the tables that were made anew still does.
    const stray = `insert into decision_comments values ('dec_none', 'loomwell', 'x')`;
    await expect(
      (async () => rawSql(databaseUrl, ...(terms.isPostgres ? [] : ['pragma foreign_keys = on']), stray))(),
    ).rejects.toThrow(/foreign key/i);
    await remove();
  });
});

const at = '2026-11-23T10:00:00.000Z';

function rowsOfBefore(): string[] {
  const moment = fixedMoment();
  const release = sampleRelease(moment);
  const cohort = {
    id: 'coh_1',
    brandId: 'loomwell',
    requestId: 'req_1',
    externalId: 'lapsed',
    state: 'ready',
    reason: null,
    needed: 1,
    run: 1,
    updatedAt: at,
  } as const;
  const { provenance, verdict } = sampleCandidate(moment, sampleReply(moment, cohort));
  const said = (value: unknown) => `'${JSON.stringify(value).replaceAll("'", "''")}'`;
  return [
    "insert into brands values ('loomwell')",
    `insert into policy_releases (id, brand_id, policy_hash, policy_document, profile_document, state, created_at, published_at) values ('pol_1', 'loomwell', '${release.policyHash}', ${said(release.policy)}, ${said(sampleBrand().profile)}, 'published', '${at}', '${at}')`,
    `insert into campaigns (id, brand_id, external_id, name, created_at) values ('camp_1', 'loomwell', 'autumn-edit', 'The autumn edit', '${at}')`,
    ...['brief_1', 'brief_2'].map(
      (id) =>
        `insert into briefs (id, brand_id, campaign_id, revision, brief_document, created_at) values ('${id}', 'loomwell', 'camp_1', 1, ${said({ ...sampleBrief(), externalId: 'mail-1' })}, '${at}')`,
    ),
    `insert into requests (id, brand_id, campaign_id, brief_id, created_at) values ('req_1', 'loomwell', 'camp_1', 'brief_1', '${at}')`,
    `insert into cohorts (id, brand_id, request_id, position, external_id, state, needed, run, updated_at) values ('coh_1', 'loomwell', 'req_1', 0, 'lapsed', 'ready', 1, 1, '${at}')`,
    `insert into candidates (id, brand_id, request_id, cohort_id, text, angle, rank, writer, provenance_document, verdict, verdict_document, created_at) values ('cand_1', 'loomwell', 'req_1', 'coh_1', 'Warm coats', 'benefit', 1, 'model', ${said(provenance)}, 'pass', ${said(verdict)}, '${at}')`,
    `insert into review_items (id, brand_id, request_id, cohort_id, candidate_id, state, version, created_at, updated_at) values ('item_1', 'loomwell', 'req_1', 'coh_1', 'cand_1', 'approved', 2, '${at}', '${at}')`,
    `insert into decisions (id, brand_id, item_id, kind, candidate_id, decided_by, decided_at) values ('dec_1', 'loomwell', 'item_1', 'approve', 'cand_1', 'user_a', '${at}')`,
    "insert into decision_comments values ('dec_1', 'loomwell', 'Plain and true')",
    `insert into approved_lines (id, brand_id, campaign_id, request_id, cohort_id, cohort_external_id, candidate_id, text, angle, dialect, writer, text_hash, facts_hash, policy_hash, state, approved_by, approved_at, valid_until, updated_at) values ('line_1', 'loomwell', 'camp_1', 'req_1', 'coh_1', 'lapsed', 'cand_1', 'Warm coats', 'benefit', 'liquid', 'model', 't', 'f', 'p', 'live', 'user_a', '${at}', '2026-12-31T00:00:00.000Z', '${at}')`,
    `insert into deliveries values ('line_1', 'client_1', 'loomwell', '${at}')`,
  ];
}
