/** A clock and ids that are the same in every run. */
import { sha256Hex } from '../../src/domain/hash.ts';
import { idPrefixes } from '../../src/domain/ids.ts';
import { addMs, type Instant } from '../../src/domain/instant.ts';
import type { Moment } from '../../src/ports/moment.ts';

export type FixedMoment = Moment & {
  /** Moves the clock on. */
  readonly advance: (ms: number) => void;
};

/** Ids count up and sort by birth, as UUIDv7 does; the clock stands still until it is moved. */
export function fixedMoment(start: Instant = '2026-11-23T10:00:00.000Z'): FixedMoment {
  let now = start;
  let drawn = 0;
  const next = (): string => String(++drawn).padStart(12, '0');
  return {
    now: () => now,
    newId: (noun) => `${idPrefixes[noun]}_019ab000-0000-7000-8000-${next()}`,
    randomHex: (bytes) =>
      sha256Hex(`${start} ${next()}`)
        .repeat(Math.ceil(bytes / 32))
        .slice(0, bytes * 2),
    advance: (ms) => {
      now = addMs(now, ms);
    },
  };
}
