/** The machine's clock, with ids that sort by birth; for tests that wait for real. */
import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import { idPrefixes } from '../../src/domain/ids.ts';
import type { Moment } from '../../src/ports/moment.ts';

export const realMoment: Moment = {
  now: () => new Date().toISOString(),
  newId: (noun) => `${idPrefixes[noun]}_${v7()}`,
  randomHex: (bytes) => randomBytes(bytes).toString('hex'),
};
