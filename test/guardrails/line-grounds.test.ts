import { describe, expect, it } from 'vitest';
import { Brief } from '../../src/domain/brief.ts';
import { defaultPolicy } from '../../src/guardrails/default-policy.ts';
import { lineGrounds } from '../../src/guardrails/line-grounds.ts';

const brief = Brief.parse({
  brand: 'tilden-row',
  campaign: { externalId: 'c', name: 'Coats' },
  messageType: 'promotional',
  goal: 'sell coats',
  market: 'US',
  locale: 'en-US',
  timeZone: 'America/New_York',
  send: { kind: 'triggered', trigger: 'a cart left' },
  cohorts: Array.from({ length: 12 }, (_, at) => ({ externalId: `group-${at}`, name: 'New', who: 'new readers' })),
});

describe('the grounds of lines', () => {
  it('are the same objects for lines of one cohort and dialect, so that nothing is made twice', () => {
    const grounds = lineGrounds(defaultPolicy);
    const line = { cohort: 'group-3', dialect: 'klaviyo' };
    const [one, other] = [grounds.of(line, brief), grounds.of({ ...line }, brief)];
    expect(other.facts).toBe(one.facts);
    expect(other.policy).toBe(one.policy);
    expect(one.facts?.cohort?.externalId).toBe('group-3');
    expect(one.policy.dialect.id).toBe('klaviyo');
  });

  it('are the policy alone where there is neither dialect nor brief', () => {
    const { policy, facts } = lineGrounds(defaultPolicy).of({}, undefined);
    expect([policy.dialect.id, facts]).toEqual([defaultPolicy.dialect, undefined]);
  });

  it.each([
    [{ dialect: 'klavio' }, brief, 'dialect', /did you mean "klaviyo"/],
    [{ cohort: 'grup-3' }, brief, 'cohort', /has no cohort "grup-3"; did you mean "group-3"\?/],
    [{ cohort: 'everyone' }, brief, 'cohort', /it has group-0, .*, group-9 and 2 more\./],
    [{ cohort: 'group-3' }, undefined, 'cohort', /no brief/],
  ] as const)('tell an unknown name: %j', (line, given, member, message) => {
    const grounds = lineGrounds(defaultPolicy);
    const unknown = grounds.unknownIn(line, given);
    expect([unknown?.member, unknown?.say()]).toEqual([member, expect.stringMatching(message)]);
    expect(() => grounds.of(line, given)).toThrow(RangeError);
  });

  it('find nothing unknown in names that are there', () => {
    expect(lineGrounds(defaultPolicy).unknownIn({ cohort: 'group-11', dialect: 'braze' }, brief)).toBeNull();
  });
});
