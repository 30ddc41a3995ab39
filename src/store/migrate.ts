/** Brings a database forward to the tables this version knows. There is no way back; a newer database is refused. */
import { type Kysely, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import type { Log } from '../ports/log.ts';
import { brands } from './migrations/0001-brands.ts';
import { drafting } from './migrations/0002-drafting.ts';
import { review } from './migrations/0003-review.ts';
import { audit } from './migrations/0004-audit.ts';
import { access } from './migrations/0005-access.ts';
import { jobs } from './migrations/0006-jobs.ts';
import { neighbourLists } from './migrations/0007-neighbour-lists.ts';
import { costs } from './migrations/0008-costs.ts';
import { runsAndPace } from './migrations/0009-runs-and-pace.ts';
import { truthOverTime } from './migrations/0010-truth-over-time.ts';
import { webhooks } from './migrations/0011-webhooks.ts';
import { idempotency } from './migrations/0012-idempotency.ts';
import { keys } from './migrations/0013-keys.ts';
import { delivery } from './migrations/0014-delivery.ts';
import { fallbackLines } from './migrations/0015-fallback-lines.ts';
import { library } from './migrations/0016-library.ts';
import { queue } from './migrations/0017-queue.ts';
import { accounts } from './migrations/0018-accounts.ts';
import { fourEyes } from './migrations/0019-four-eyes.ts';
import { overrides } from './migrations/0020-overrides.ts';
import { ruleCounts } from './migrations/0021-rule-counts.ts';
import { figures } from './migrations/0022-figures.ts';
import { approvers } from './migrations/0023-approvers.ts';
import { lineComments } from './migrations/0024-line-comments.ts';
import { claimsSince } from './migrations/0025-claims-since.ts';
import { figureDays } from './migrations/0026-figure-days.ts';
import { passwordTries } from './migrations/0027-password-tries.ts';
import { linesSentBack } from './migrations/0028-lines-sent-back.ts';
import type { Statements, Terms } from './migrations/terms.ts';

const migrations: Readonly<Record<string, Statements>> = {
  '0001-brands': brands,
  '0002-drafting': drafting,
  '0003-review': review,
  '0004-audit': audit,
  '0005-access': access,
  '0006-jobs': jobs,
  '0007-neighbour-lists': neighbourLists,
  '0008-costs': costs,
  '0009-runs-and-pace': runsAndPace,
  '0010-truth-over-time': truthOverTime,
  '0011-webhooks': webhooks,
  '0012-idempotency': idempotency,
  '0013-keys': keys,
  '0014-delivery': delivery,
  '0015-fallback-lines': fallbackLines,
  '0016-library': library,
  '0017-queue': queue,
  '0018-accounts': accounts,
  '0019-four-eyes': fourEyes,
  '0020-overrides': overrides,
  '0021-rule-counts': ruleCounts,
  '0022-figures': figures,
  '0023-approvers': approvers,
  '0024-line-comments': lineComments,
  '0025-claims-since': claimsSince,
  '0026-figure-days': figureDays,
  '0027-password-tries': passwordTries,
  '0028-lines-sent-back': linesSentBack,
};

/** Runs what has not been run yet, all in one transaction; a second process waits and then finds nothing to do. */
export async function migrate<Schema>(db: Kysely<Schema>, terms: Terms, log?: Log): Promise<void> {
  const migrator = new Migrator({
    db,
    // Migrations stand apart from one another, so that one may be finished before another of a lower number.
    allowUnorderedMigrations: true,
    provider: {
      getMigrations: async () =>
        Object.fromEntries(
          Object.entries(migrations).map(([name, statements]) => [name, { up: runAll(statements(terms)) }]),
        ),
    },
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error)
    throw new Error('The database could not be brought to the tables of this version; nothing was changed.', {
      cause: error,
    });
  const applied = (results ?? []).map(({ migrationName }) => migrationName);
  if (applied.length > 0) log?.info({ migrations: applied }, 'database brought to the tables of this version');
}

function runAll(statements: readonly string[]) {
  return async (db: Kysely<unknown>): Promise<void> => {
    for (const statement of statements) await sql.raw(statement).execute(db);
  };
}
