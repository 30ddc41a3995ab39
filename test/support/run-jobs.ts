/**
 * A process of its own that runs jobs: `node run-jobs.ts DATABASE_URL hold|finish`. It prints a line for each job it
 * gets; with `hold` no job ever ends, so that the process can be killed while it holds one.
 */
import { embeddedQueue } from '../../src/jobs/embedded-queue.ts';
import { openStore } from '../../src/store/open-store.ts';
import { realMoment } from './real-moment.ts';

const [databaseUrl = '', manner = ''] = process.argv.slice(2);
const store = await openStore({ databaseUrl });
const queue = embeddedQueue({
  kind: 'draft-cohort',
  rows: store.jobs,
  moment: realMoment,
  concurrency: 1,
  leaseMs: 900,
  pollMs: 50,
});
queue.start({
  run: async ({ id, attempt, payload }) => {
    await store.generation.startDrafting(payload.cohortId, 1, realMoment.now());
    process.stdout.write(`${id} ${attempt}\n`);
    if (manner === 'hold') await new Promise(() => {});
  },
  gaveUp: async () => {},
});
process.on('SIGTERM', async () => {
  await queue.stop(100);
  await store.close();
});
