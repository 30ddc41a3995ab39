/** `audit verify`: every audit chain checked from its first event, or the first broken event named. */
import type { ChainReport } from '../compliance/verify-audit.ts';
import { type BarOutput, progressBar } from './progress-bar.ts';

/** Say what was found. Gives back whether every chain is whole. */
export async function auditVerify(parts: {
  readonly verify: (onEvents: (count: number) => void) => Promise<readonly ChainReport[]>;
  readonly total: number;
  readonly out: (text: string) => void;
  readonly bar: BarOutput;
}): Promise<boolean> {
  const bar = progressBar(parts.bar, parts.total, 'events checked');
  let done = 0;
  const reports = await parts.verify((count) => {
    done += count;
    bar.show(done);
  });
  bar.end();
  for (const { chain, whole, broken } of reports) {
    if (broken === null) {
      parts.out(`whole   ${chain}: ${whole} events\n`);
      continue;
    }
    const id = broken.id === null ? '' : ` (${broken.id})`;
    parts.out(`BROKEN  ${chain}: event ${broken.sequence}${id}: ${broken.reason}; ${whole} events before it hold\n`);
  }
  return reports.every(({ broken }) => broken === null);
}
