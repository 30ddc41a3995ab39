import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { realMoment } from '../support/real-moment.ts';
import { addBrand } from '../support/sample-acts.ts';
import { sampleAccepted, sampleBrief } from '../support/samples.ts';
import { eachStore } from '../support/stores.ts';

const script = fileURLToPath(new URL('../support/run-jobs.ts', import.meta.url));

/** A process that runs jobs, and the next line it prints. */
function runJobs(databaseUrl: string, manner: 'hold' | 'finish') {
  const child = spawn(process.execPath, [script, databaseUrl, manner], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout });
  return {
    line: async (): Promise<string> => String((await once(lines, 'line'))[0]),
    end: async (signal: 'SIGKILL' | 'SIGTERM') => {
      child.kill(signal);
      return child.exitCode ?? (await once(child, 'exit'))[0];
    },
  };
}

describe('a process that is killed while it holds a job', () => {
  eachStore(({ store, databaseUrl }) => {
    it('leaves the job to the next one, which sees what was committed and brings it to an end', async () => {
      await addBrand(store(), realMoment);
      const accepted = sampleAccepted(realMoment, sampleBrief('loomwell', ['only']));
      await store().generation.acceptRequest(accepted);
      const jobId = accepted.jobs[0]?.id;

      const first = runJobs(databaseUrl(), 'hold');
      expect(await first.line()).toBe(`${jobId} 1`);
      await first.end('SIGKILL');
      expect(await store().jobs.waiting()).toBe(1);
      expect((await store().generation.cohort(['loomwell'], accepted.cohorts[0]?.id ?? ''))?.state).toBe('drafting');

      const second = runJobs(databaseUrl(), 'finish');
      expect(await second.line()).toBe(`${jobId} 2`);
      await expect.poll(() => store().jobs.waiting(), { timeout: 5_000 }).toBe(0);
      expect(await second.end('SIGTERM')).toBe(0);
    });
  });
});
