/** The clock of the machine, ids that sort by time, and randomness: the one place they come from. */
import { randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { idPrefixes } from './domain/ids.ts';
import type { Moment } from './ports/moment.ts';

/** What an installation lives by; a test gives its own. */
export const realMoment: Moment = {
  now: () => new Date().toISOString(),
  newId: (noun) => `${idPrefixes[noun]}_${uuidv7().replaceAll('-', '')}`,
  randomHex: (bytes) => randomBytes(bytes).toString('hex'),
};
