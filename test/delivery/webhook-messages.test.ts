import { describe, expect, it } from 'vitest';
import { messageOf } from '../../src/delivery/webhook-messages.ts';
import { noHash } from '../../src/domain/audit-event.ts';

describe('a message', () => {
  it.each([
    ['loomwell', false],
    ['loomwell-sandbox', true],
  ])('of the brand %s says the real name, and whether anything in it is real', (chain, sandbox) => {
    const event = {
      ...{ id: 'evt_1', chain, sequence: 1, at: '2026-11-25T12:00:00.000Z', action: 'request.drafted' as const },
      ...{ actor: { kind: 'service' as const, id: 'linewright' as const }, subject: 'req_1', details: {} },
      ...{ commitment: null, previousHash: noHash, hash: noHash },
    };
    const place = { requestId: 'req_1', campaign: 'autumn', cohort: 'lapsed' };
    for (const thing of [
      { kind: 'request' as const, place },
      { kind: 'cohort' as const, place, needed: 2 },
      { kind: 'release' as const, policyHash: noHash },
    ])
      expect(messageOf(event, thing)?.data).toMatchObject({ brand: 'loomwell', sandbox });
  });
});
