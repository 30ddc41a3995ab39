/** What rules found, counted by the database over the index of findings. */
import type { Instant } from '../domain/instant.ts';
import type { RuleCounts } from '../domain/policy-page.ts';
import type { FoundByRules, RuleCountStore } from '../ports/rule-counts.ts';
import type { Database, Reading } from './database.ts';

/** The RuleCountStore on a database. */
export function ruleCountStore(database: Database): RuleCountStore {
  return { ruleCounts: (brandId, since) => database.snapshot((db) => ruleCounts(db, brandId, since)) };
}

const none: RuleCounts = { lines: 0, blocked: 0, overridden: 0, warned: 0, passed: 0, edited: 0, rejected: 0 };

async function ruleCounts(db: Reading, brandId: string, since: Instant): Promise<FoundByRules> {
  const { lines } = await db
    .selectFrom('candidates')
    .select(({ fn }) => fn.countAll<number>().as('lines'))
    .where('brandId', '=', brandId)
    .where('createdAt', '>=', since)
    .executeTakeFirstOrThrow();
  const found = await findingsSince(db, brandId, since)
    .select(({ fn }) => [
      'findings.rule',
      fn.count<number>('findings.candidateId').distinct().as('lines'),
      fn.count<number>('findings.candidateId').distinct().filterWhere('findings.severity', '=', 'block').as('blocked'),
      fn.count<number>('findings.candidateId').distinct().filterWhere('findings.severity', '=', 'warn').as('warned'),
    ])
    .groupBy('findings.rule')
    .execute();
  const overridden = await findingsSince(db, brandId, since)
    .innerJoin('overrides', 'overrides.candidateId', 'findings.candidateId')
    .select(({ fn }) => ['findings.rule', fn.count<number>('findings.candidateId').distinct().as('overridden')])
    .where('findings.severity', '=', 'block')
    .where('overrides.state', '=', 'granted')
    .groupBy('findings.rule')
    .execute();
  const passed = await findingsSince(db, brandId, since)
    .innerJoin('decisions', 'decisions.candidateId', 'findings.candidateId')
    .select(({ fn }) => ['findings.rule', fn.count<number>('findings.candidateId').distinct().as('passed')])
    .where('findings.severity', '=', 'warn')
    .where('decisions.kind', 'in', ['approve', 'approve-edited'])
    .where('decisions.undoneAt', 'is', null)
    .groupBy('findings.rule')
    .execute();
  // An edit leaves the item with its first text, and approves another.
  const turnedDown = await findingsSince(db, brandId, since)
    .innerJoin('reviewItems', 'reviewItems.draftedCandidateId', 'findings.candidateId')
    .innerJoin('decisions', 'decisions.itemId', 'reviewItems.id')
    .select(({ fn }) => [
      'findings.rule',
      fn.count<number>('findings.candidateId').distinct().filterWhere('decisions.kind', '=', 'reject').as('rejected'),
      fn
        .count<number>('findings.candidateId')
        .distinct()
        .filterWhere('decisions.kind', '=', 'approve-edited')
        .filterWhereRef('decisions.candidateId', '!=', 'reviewItems.draftedCandidateId')
        .as('edited'),
    ])
    .where('findings.severity', '=', 'warn')
    .where('decisions.undoneAt', 'is', null)
    .groupBy('findings.rule')
    .execute();
  const byRule = new Map<string, RuleCounts>();
  for (const { rule, ...part } of [...found, ...overridden, ...passed, ...turnedDown])
    byRule.set(rule, { ...(byRule.get(rule) ?? none), ...part });
  return { lines, byRule };
}

function findingsSince(db: Reading, brandId: string, since: Instant) {
  return db
    .selectFrom('findings')
    .innerJoin('candidates', 'candidates.id', 'findings.candidateId')
    .where('findings.brandId', '=', brandId)
    .where('candidates.brandId', '=', brandId)
    .where('candidates.createdAt', '>=', since);
}
