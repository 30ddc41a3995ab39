import { describe, expect, it } from 'vitest';
import type { RuleExample } from '../../../src/guardrails/rule.ts';
import { frontLoad } from '../../../src/guardrails/rules/front-load.ts';
import { findingsIn } from '../../support/rule-example.ts';
import { describeLists } from '../../support/rule-lists.ts';

const long = 'Something we have been making for you: ';
const klaviyo = "{{ first_name|default:'there' }}";

function mentioning(line: string, mustMention: string[], more: Partial<RuleExample> = {}): RuleExample {
  return { line, facts: { mustMention }, ...more };
}

describeLists(frontLoad, {
  good: [
    mentioning('20% off coats, today through Sunday', ['20%', 'coats']),
    mentioning('Coats, 20% off', ['coat']),
    mentioning('COATS for every forecast', ['coats']),
    mentioning('Something made of wool for the coats', ['wool']),
    mentioning('Meet the Harbor boot', ['Harbor boot']),
    mentioning('It is here: the Harbor-boot', ['Harbor boot']),
    mentioning(`${'x'.repeat(27)} and coats`, ['coats']),
    mentioning('🧥🧥🧥 for you and all the rest: coats', ['coats']),
    mentioning('👨‍👩‍👧‍👦 is what we had in mind with coats', ['coats']),
    mentioning('We have some really wonderful news', []),
    mentioning('$50 off, for a week and a day and a night', ['$50']),
    mentioning('Free shipping over $50, for all of the week', ['free shipping']),
    mentioning('Coats, and the coats you never saw, and coats', ['coats']),
    mentioning(`${klaviyo}, the coats`, ['coats'], { dialect: 'klaviyo' }),
    mentioning(`Coats for ${klaviyo}, all of them warm`, ['coats'], { dialect: 'klaviyo' }),
    mentioning(`${long} coats`, ['coats'], { options: { within: 60 } }),
    mentioning(`Wool: ${long} coats`, ['coats', 'wool'], { options: { need: 'any' } }),
    mentioning('Neue Mäntel für kalte Tage', ['Mäntel']),
    mentioning('秋の新作コート', ['コート']),
    mentioning('Tilden Row has news', ['Tilden Row']),
    mentioning('The Café set: cups, plates', ['cafe set']),
  ],
  bad: [
    mentioning('We have some really wonderful news for you about [|coats|]', ['coats']),
    mentioning(`${'x'.repeat(28)} and [|coats|]`, ['coats']),
    mentioning(`${long}[|coats|]`, ['coats']),
    mentioning(`${long}[|Coats|]!`, ['coat']),
    mentioning(`${long}[|20%|] off`, ['20%']),
    mentioning(`Coats: ${long}[|20%|] off`, ['20%', 'coats']),
    mentioning(`${long}[|coats|] and [|boots|]`, ['boots', 'coats']),
    mentioning(`${long}the [|Harbor boot|]`, ['Harbor boot']),
    mentioning(`${long}[|free shipping|]`, ['free shipping']),
    mentioning(`${long}[|Tilden Row|]`, ['Tilden Row']),
    mentioning(`${klaviyo}, look who brought the [|coats|]`, ['coats'], { dialect: 'klaviyo' }),
    mentioning(`Hi ${klaviyo}, here and now: [|coats|]`, ['coats'], { dialect: 'klaviyo' }),
    mentioning('The linen is in', ['coats']),
    mentioning('A raincoat is in', ['coat']),
    mentioning(`${long}[|coats|]`, ['coats', 'boots'], { options: { need: 'any' } }),
    mentioning('Coats for [|you|]', ['you'], { options: { within: 8 } }),
  ],
});

describe('front-load', () => {
  it('says where it begins and what shows', () => {
    expect(findingsIn(frontLoad, mentioning(`${long}coats`, ['coats']))[0]).toMatchObject({
      severity: 'warn',
      message: '"coats" begins after 39 characters; say it within the first 33, which is all that some phones show.',
      fact: { path: 'mustMention', value: 'coats' },
    });
  });

  it('says so where it is not in the line', () => {
    expect(findingsIn(frontLoad, mentioning('The linen is in', ['coats']))[0]?.message).toContain('is not in the line');
  });

  it('names the rendering that pushes it out of sight', () => {
    const line = `${klaviyo}, look who brought the coats`;
    const [finding] = findingsIn(frontLoad, mentioning(line, ['coats'], { dialect: 'klaviyo' }));
    expect(finding?.rendering).toBe('first_name = Maximilian-Alexander');
  });

  it('cannot tell without a brief', () => {
    expect(findingsIn(frontLoad, { line: 'Coats' })).toMatchObject([
      { kind: 'not-evaluable', severity: 'info', fact: { path: 'mustMention' } },
    ]);
  });

  it('is off unless a policy asks for it', () => {
    expect(frontLoad.on).toBe(false);
  });
});
