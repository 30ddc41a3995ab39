/** Clock and ids, passed in so that a test can fix both. */
import type { Noun } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';

export type Moment = {
  /** The instant it is now, in UTC milliseconds. */
  readonly now: () => Instant;
  /** A new id of a noun. */
  readonly newId: (noun: Noun) => string;
  /** Random bytes as lower-case hex, for salts and secrets. */
  readonly randomHex: (bytes: number) => string;
};
