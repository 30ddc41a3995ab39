import { describe, expect, it } from 'vitest';
import { theService } from '../../src/domain/access.ts';
import { brokenLink, commitmentTo, type NewAuditEvent, noHash, sealEvent } from '../../src/domain/audit-event.ts';

const start = { sequence: 0, hash: noHash };

function newEvent(id: string, personal?: NewAuditEvent['personal']): NewAuditEvent {
  const open = { id, chain: 'demo', at: '2026-11-23T08:00:00.000Z', actor: theService } as const;
  const event = { ...open, action: 'request.accepted', subject: 'req_1', details: { cohorts: 3 } } as const;
  return personal ? { ...event, personal } : event;
}

describe('sealEvent', () => {
  it('makes events that follow one another', () => {
    const first = sealEvent(newEvent('evt_1'), start);
    const second = sealEvent(newEvent('evt_2'), first.event);
    expect(second.event).toMatchObject({ sequence: 2, previousHash: first.event.hash });
    expect(brokenLink(first.body, first.event.hash, start)).toBeNull();
    expect(brokenLink(second.body, second.event.hash, first.event)).toBeNull();
  });

  it('keeps personal data out of the chain and a commitment to it in', () => {
    const personal = { salt: 'ab12', value: 'Sounds like my aunt.' };
    const { event, body } = sealEvent(newEvent('evt_1', personal), start);
    expect(body).not.toContain('aunt');
    expect(event.commitment).toBe(commitmentTo(personal));
    expect(event.commitment).not.toBe(commitmentTo({ ...personal, salt: 'ab13' }));
  });
});

describe('brokenLink', () => {
  const first = sealEvent(newEvent('evt_1'), start);
  const second = sealEvent(newEvent('evt_2'), first.event);

  it('sees a changed event', () => {
    expect(brokenLink(first.body.replace('req_1', 'req_2'), first.event.hash, start)).toMatch(/content/);
  });

  it('sees an event that was taken out', () => {
    expect(brokenLink(second.body, second.event.hash, start)).toMatch(/number is 2 after 0/);
  });

  it('sees an event that was exchanged for a well-formed one', () => {
    const other = sealEvent({ ...newEvent('evt_1'), subject: 'req_9' }, start);
    expect(brokenLink(second.body, second.event.hash, other.event)).toMatch(/follow/);
  });
});
