/** The pages one goes to by the bar at the top or by `g` and a letter, each with those it is for. */
import type { Role } from '../../domain/access.ts';
import type { Session } from '../api/use-session.ts';
import { brandsPath, campaignsPath, homePath, libraryPath, overridesPath, peoplePath, queuePath } from './addresses.ts';

/** `covers` says which addresses belong to it. */
export type Place = {
  readonly name: string;
  readonly key: string;
  readonly path: string;
  readonly covers: RegExp;
  readonly roles: readonly Role[];
};

const people: readonly Role[] = ['admin', 'policy-owner', 'copywriter', 'compliance'];

const places: readonly Place[] = [
  { name: 'Home', key: 'h', path: homePath, covers: /^\/(?:evidence)?$/, roles: people },
  { name: 'Queue', key: 'q', path: queuePath, covers: /^\/(?:queue|cohorts)(?:\/|$)/, roles: people },
  {
    name: 'Campaigns',
    key: 'c',
    path: campaignsPath,
    covers: /^\/(?:campaigns|requests|briefs)(?:\/|$)/,
    roles: people,
  },
  { name: 'Overrides', key: 'o', path: overridesPath, covers: /^\/overrides(?:\/|$)/, roles: people },
  { name: 'Library', key: 'l', path: libraryPath, covers: /^\/library(?:\/|$)/, roles: people },
  { name: 'Brands', key: 'b', path: brandsPath, covers: /^\/brands(?:\/|$)/, roles: people },
  { name: 'People', key: 'p', path: peoplePath, covers: /^\/(?:people|keys|webhooks)(?:\/|$)/, roles: ['admin'] },
];

/** Those that somebody may go to. */
export function placesFor(session: Session): readonly Place[] {
  const roles = new Set(session.me.memberships.map(({ role }) => role));
  return places.filter((place) => place.roles.some((role) => roles.has(role)));
}
