/** Keeps what the sandbox decides in sandboxes (promise 1: nothing reaches a campaign tool that no person approved). */
import { theSandbox } from '../domain/access.ts';
import type { RecordedDecision } from '../domain/decision.ts';
import type { Writing } from './database.ts';

/** Throws where decisions of the sandbox are about to be written for a brand that is not flagged as one. */
export async function refuseSimulation(
  trx: Writing,
  brandId: string,
  decisions: readonly Pick<RecordedDecision, 'decidedBy'>[],
): Promise<void> {
  if (decisions.every(({ decidedBy }) => decidedBy !== theSandbox.id)) return;
  const brand = await trx.selectFrom('brands').select('sandboxOf').where('id', '=', brandId).executeTakeFirst();
  if (!brand?.sandboxOf) throw new Error(`The sandbox may not decide for the brand ${brandId}, which is a real one.`);
}
