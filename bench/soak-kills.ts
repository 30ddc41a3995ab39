/**
 * Kills a drafting service many times at random instants and proves that nothing was lost, doubled or paid for twice.
 * Run: `npm run soak:kills [kills]`, 50 where no number is given; DATABASE_URL names another database than a new file.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killStorm } from '../test/support/kill-storm.ts';

const kills = Number(process.argv[2] ?? 50);
const folder = mkdtempSync(join(tmpdir(), 'linewright-soak-'));
const databaseUrl = process.env['DATABASE_URL'] ?? `sqlite:${join(folder, 'soak.db')}`;

const after = await killStorm({
  databaseUrl,
  kills,
  random: Math.random,
  onKill: (kill, afterMs) => console.log(`kill ${kill + 1} of ${kills}, ${afterMs} ms after the start`),
});
rmSync(folder, { recursive: true });
const { cohorts, calls, replies, candidates, auditStatus, stopStatus, stream: _, ...faults } = after;
console.log(`${cohorts} cohorts, ${calls} calls, ${replies} replies, ${candidates} candidates`);
for (const [name, found] of Object.entries(faults))
  console.log(`${name}: ${found.length} ${found.slice(0, 5).join(', ')}`);
console.log(`audit chains: ${auditStatus === 0 ? 'whole' : 'broken'}`);
if (stopStatus !== 0) console.log(`the last service ended with ${stopStatus}`);
if (auditStatus !== 0 || stopStatus !== 0 || Object.values(faults).some(({ length }) => length > 0))
  process.exitCode = 1;
