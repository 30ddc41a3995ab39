/** Who wrote the revisions of briefs, as the audit chain tells it. */
import { AuditEvent } from '../domain/audit-event.ts';
import type { BriefRevision } from '../domain/brief.ts';
import type { Author } from '../ports/brief-store.ts';
import { among } from './among.ts';
import type { Reading } from './database.ts';
import { unescapeText } from './escape-text.ts';

/** Authors by the ids of their revisions. A revision bears the very time of the event that tells of it. */
export async function authorsOf(db: Reading, revisions: readonly BriefRevision[]): Promise<Map<string, Author>> {
  const rows = await db
    .selectFrom('auditEvents')
    .select(['body', 'hash'])
    .where('chain', 'in', among([...new Set(revisions.map(({ brandId }) => brandId))]))
    .where('at', 'in', among(revisions.map(({ createdAt }) => createdAt)))
    .where('action', 'in', ['request.accepted', 'brief.revised'])
    .execute();
  const events = rows.map(({ body, hash }) => AuditEvent.parse({ ...JSON.parse(body), hash }));
  const actors = new Map(
    events.map(({ action, actor, subject, details }) => [
      action === 'brief.revised' ? subject : String(details['briefId']),
      actor,
    ]),
  );
  const ids = among([...actors.values()].map(({ id }) => id));
  const users = await db.selectFrom('users').select(['id', 'name']).where('id', 'in', ids).execute();
  const clients = await db.selectFrom('clients').select(['id', 'name']).where('id', 'in', ids).execute();
  const names = new Map([...users, ...clients].map(({ id, name }) => [id, unescapeText(name)]));
  const authorOf = (id: string): [string, Author][] => {
    const actor = actors.get(id);
    return actor ? [[id, { kind: actor.kind, name: names.get(actor.id) ?? actor.id }]] : [];
  };
  return new Map(revisions.flatMap(({ id }) => authorOf(id)));
}
