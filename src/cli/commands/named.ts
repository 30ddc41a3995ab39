/** Names given to a command, held against those there are. */
import type { Service } from '../service.ts';
import { WrongUse } from '../wrong-use.ts';

/** The brands named, several in one word where commas part them. Throws WrongUse for one that is not there. */
export async function knownBrands(service: Service, given: readonly string[]): Promise<string[]> {
  const asked = given.flatMap((names) => names.split(','));
  await service.brandImport.importNew();
  const known = await service.knownBrandIds();
  const unknown = asked.filter((id) => !known.includes(id));
  if (unknown.length > 0)
    throw new WrongUse(`There is no brand ${unknown.join(', ')}. There is ${known.join(', ') || 'none yet'}.`);
  return asked;
}

/** The name among those there are. Throws WrongUse for another. */
export function oneOf<Name extends string>(
  names: { readonly options: readonly Name[] },
  given: string,
  what: string,
): Name {
  const found = names.options.find((name) => name === given);
  if (found !== undefined) return found;
  throw new WrongUse(`There is no ${what} "${given}". There is ${names.options.join(', ')}.`);
}

/** A whole number of days. Throws WrongUse for anything else. */
export function wholeDays(given: string, option: string, from: number, to: number): number {
  const days = /^\d{1,6}$/.test(given) ? Number(given) : Number.NaN;
  if (days >= from && days <= to) return days;
  throw new WrongUse(`${option} takes a whole number from ${from} to ${to}, not "${given}".`);
}
