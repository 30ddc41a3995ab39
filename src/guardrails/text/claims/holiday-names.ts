/** Under which names lines speak of holidays. */
import holidays from '../../../../data/lexicons/holidays.json' with { type: 'json' };
import { oneOf } from './one-of.ts';

/** Every name, folded as in the list, and the id of its holiday. */
export const holidayIds: ReadonlyMap<string, string> = new Map(
  Object.entries(holidays.names).flatMap(([id, names]) => names.map((name): [string, string] => [name, id])),
);

/** Every name in folded text; the longest of those that begin at the same place. */
export const holidayShape = new RegExp(`(?<![a-z0-9])(?:${oneOf(holidayIds.keys())})(?![a-z0-9])`, 'g');
