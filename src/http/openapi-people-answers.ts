/** Answers of the operations on people, their accounts and sessions, by operation id. */
import { line, request } from './openapi-nouns.ts';

const page = (...data: readonly object[]) => ({ data, nextCursor: null });

const account = {
  id: 'user_019bd0148b5d7f88b9c0d1e2f3a4b5c6',
  name: 'Ana Ortiz',
  email: 'ana@tildenrow.example',
  createdAt: request.createdAt,
};
const person = {
  ...account,
  state: 'active',
  roles: [{ brand: line.brandId, role: 'copywriter' }],
  isElsewhere: false,
  hasPassword: true,
  lastSeenAt: '2027-01-25T14:31:00.000Z',
};
const link = { token: 'lw_link_3fa9…', expiresAt: '2027-01-26T14:02:11.000Z' };

export const peopleAnswers: Readonly<Record<string, object>> = {
  listPeople: page(person),
  invitePerson: { person: { ...person, hasPassword: false, lastSeenAt: null }, link },
  setRoles: { ...person, roles: [...person.roles, { brand: line.brandId, role: 'policy-owner' }] },
  changePerson: person,
  createSignInLink: link,
  readAccount: { ...account, passwordSetAt: request.createdAt, needsCurrentPassword: true },
  listSessions: page({
    id: 'sess_019bd0159c6e7099b0d1e2f3a4b5c6d7',
    isCurrent: true,
    openedBy: 'password',
    browser: 'Firefox on Linux',
    createdAt: request.createdAt,
    lastUsedAt: '2027-01-25T14:31:00.000Z',
    expiresAt: '2027-01-26T02:02:11.000Z',
  }),
};
