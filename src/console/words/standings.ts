/** How an approved line stands, in words and signs. */
import type { LineStanding } from '../../domain/approved-line.ts';
import type { LibraryLine } from '../../http/contracts/library-routes.ts';
import type { IconName } from '../shell/icon.tsx';
import { dayHere, timeHere } from './dates.ts';

/** Each standing's name and sign. */
export const standings: Readonly<Record<LineStanding, { readonly label: string; readonly sign: IconName }>> = {
  live: { label: 'Live', sign: 'check' },
  'in-grace': { label: 'In release grace', sign: 'hand' },
  void: { label: 'Void', sign: 'block' },
  recalled: { label: 'Recalled', sign: 'cross' },
  expired: { label: 'Expired', sign: 'skip' },
  undone: { label: 'Undone', sign: 'cross' },
};

/** Until when it may go out, or why it may not. */
export function validity(
  line: Pick<LibraryLine, 'standing' | 'heldBecause' | 'validUntil' | 'releasedAt' | 'updatedAt'>,
) {
  const { standing, heldBecause } = line;
  switch (standing) {
    case 'live':
      return heldBecause === null ? `until ${dayHere(line.validUntil)}` : `held back now: ${heldBecause}`;
    case 'in-grace':
      return `goes out from ${timeHere(line.releasedAt)}`;
    case 'expired':
      return `was valid until ${dayHere(line.validUntil)}`;
    case 'void':
    case 'recalled':
    case 'undone':
      return `since ${dayHere(line.updatedAt)}${heldBecause === null ? '' : `: ${heldBecause}`}`;
    default:
      return standing satisfies never;
  }
}
