/** Serves what admins do for people, and what people do about their own account. */
import type { Session, SignedIn } from '../../domain/access.ts';
import type { PersonSeen } from '../../domain/person.ts';
import { type AccountView, accountRoutes, type SessionView } from '../contracts/account-routes.ts';
import { type PersonView, peopleRoutes } from '../contracts/people-routes.ts';
import { pageOf } from '../page-of.ts';
import type { AccountUseCases } from '../people-use-cases.ts';
import type { RouteServer } from '../serve-route.ts';
import type { SessionCookie } from '../session-cookie.ts';
import type { UseCases } from '../use-cases.ts';

/** Put the routes of people into a server. */
export function servePeople({ serve }: RouteServer, { people }: UseCases): void {
  serve(peopleRoutes.listPeople, async ({ signedIn, brandIds, query }) => {
    const { data, nextCursor } = await people.list(signedIn.caller, brandIds, pageOf(query));
    return { data: data.map(personView), nextCursor };
  });
  serve(peopleRoutes.invitePerson, async ({ signedIn, body }) => {
    const { seen, link } = await people.invite(signedIn.caller, body);
    return { person: personView(seen), link: link && { token: link.secret, expiresAt: link.expiresAt } };
  });
  serve(peopleRoutes.setRoles, async ({ signedIn, params, body }) =>
    personView(await people.setRoles(signedIn.caller, params.id, body.brand, [...new Set(body.roles)])),
  );
  serve(peopleRoutes.changePerson, async ({ signedIn, params, body }) =>
    personView(await people.setState(signedIn.caller, params.id, body.state)),
  );
  serve(peopleRoutes.createSignInLink, async ({ signedIn, params }) => {
    const { secret, expiresAt } = await people.makeLink(signedIn.caller, params.id);
    return { token: secret, expiresAt };
  });
  serve(peopleRoutes.endSessionsOf, async ({ signedIn, params }) => {
    await people.endSessions(signedIn.caller, params.id);
    return null;
  });
}

/** Put the routes of one's own account into a server. */
export function serveAccount({ serve }: RouteServer, { account }: UseCases, cookie: SessionCookie): void {
  serve(accountRoutes.readAccount, async ({ signedIn }) => accountView(await account.read(signedIn)));
  serve(accountRoutes.setPassword, async ({ signedIn, body }) => {
    await account.setPassword(signedIn, body);
    return null;
  });
  serve(accountRoutes.listSessions, async ({ signedIn, query }) => {
    const { data, nextCursor } = await account.sessions(signedIn, pageOf(query));
    return { data: data.map((session) => sessionView(session, signedIn)), nextCursor };
  });
  serve(accountRoutes.endOneSession, async ({ signedIn, params }) => {
    await account.endSession(signedIn, params.id);
    return null;
  });
  serve(accountRoutes.endSessions, async ({ signedIn, response }) => {
    await account.endSessions(signedIn);
    cookie.clear(response);
    return null;
  });
}

function personView({ person, memberships, isElsewhere }: PersonSeen): PersonView {
  const { id, name, email, createdAt } = person.user;
  return {
    id,
    name,
    email,
    state: person.disabledAt === null ? 'active' : 'disabled',
    roles: memberships.map(({ brandId, role }) => ({ brand: brandId, role })),
    isElsewhere,
    hasPassword: person.passwordSetAt !== null,
    createdAt,
    lastSeenAt: person.lastSeenAt,
  };
}

function accountView({ person, needsCurrent }: Awaited<ReturnType<AccountUseCases['read']>>): AccountView {
  const { id, name, email, createdAt } = person.user;
  return { id, name, email, createdAt, passwordSetAt: person.passwordSetAt, needsCurrentPassword: needsCurrent };
}

function sessionView(session: Session, { sessionId }: SignedIn): SessionView {
  const { id, openedBy, browser, createdAt, lastUsedAt, expiresAt } = session;
  return { id, isCurrent: id === sessionId, openedBy, browser, createdAt, lastUsedAt, expiresAt };
}
