/** Answers of the operations on clients and their keys, by operation id. */
import { line, request } from './openapi-nouns.ts';

const page = (...data: readonly object[]) => ({ data, nextCursor: null });

const client = {
  id: 'client_019bd0128f3b7d66b7c8d9e0f1a2b3c4',
  name: 'Campaign tool (sandbox)',
  sandbox: true,
  brands: [line.brandId],
  roles: ['campaign-client'],
  createdAt: request.createdAt,
};
const key = {
  id: 'key_019bd0139a4c7e77b8c9d0e1f2a3b4c5',
  clientId: client.id,
  hint: 'lw_test_3fa9',
  sandbox: true,
  state: 'active',
  scopes: ['requests:write', 'requests:read', 'lines:read'],
  brands: null,
  createdAt: request.createdAt,
  expiresAt: '2027-04-25T14:02:11.000Z',
  revokedAt: null,
  lastUsedAt: '2027-01-25T14:31:00.000Z',
  replacedBy: null,
};
const secret = 'lw_test_3fa9…';

export const keyAnswers: Readonly<Record<string, object>> = {
  listClients: page(client),
  createClient: client,
  listKeys: page(key),
  createKey: { key, secret },
  rotateKey: {
    key: { ...key, id: 'key_019c09d1e5f67a88b9c0d1e2f3a4b5c6', hint: 'lw_test_7d21' },
    secret: secret.replace('3fa9', '7d21'),
    replaced: { ...key, expiresAt: '2027-02-01T14:02:11.000Z', replacedBy: 'key_019c09d1e5f67a88b9c0d1e2f3a4b5c6' },
  },
};
