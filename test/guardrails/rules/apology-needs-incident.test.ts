import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../src/domain/facts.ts';
import { apologyNeedsIncident } from '../../../src/guardrails/rules/apology-needs-incident.ts';
import { findingsIn } from '../../support/rule-example.ts';
import { describeLists } from '../../support/rule-lists.ts';

const facts = { messageType: 'promotional' } as const;
const apology = {
  messageType: 'apology',
  incident: {
    reference: 'INC-2026-041',
    happenedAt: '2026-11-23T15:00:00.000Z',
    what: 'The coat link led to an error page.',
    remedy: 'This link is the right one.',
  },
} as const;

describeLists(apologyNeedsIncident, {
  good: [
    ...['Sorry, our link broke. Here it is', 'Oops. Wrong link, right coat', 'We goofed: here is your code'].map(
      (line) => ({ line, facts: apology }),
    ),
    ...[
      'Sorry not sorry: the loudest socks',
      'Sorry, not sorry',
      'Oops-proof rugs',
      'Better safe than sorry: rain shells',
      'No apologies: it is pink',
      'Unapologetic red',
      'Bold colors, without apology',
      'Never apologize for a second coat',
      'You won’t be sorry: wool socks',
      'Sorry we missed you',
      'Sorry to see you go',
      'Make no mistake, it is warm',
      '5 packing mistakes and what to pack instead',
      'Color correction, in a tube',
      'Posture correction starts with the chair',
      'No excuses: running shoes',
      'A sorry state of socks, solved',
      'Trial and error: our new denim',
      'Glitch art prints',
      'Faultless linen',
      'Badges, patches and pins',
      'UPS and downs',
      'Cops and robbers pajamas',
      'Ways to say sorry with flowers',
    ].map((line) => ({ line, facts })),
    { line: 'Sorry, your order is a day late', facts: { messageType: 'transactional' } },
    { line: 'Sorry, Charlie: tuna is back', facts, options: { exceptions: ['Sorry, Charlie'] } },
  ],
  bad: [
    ...[
      '[|Oops|]! We made prices too low',
      '[|OOPS|]: 20% off',
      '[|Sorry|], these coats are too warm',
      'We’re [|sorry|]. It is that soft',
      '[|Our bad|]: the coats are back',
      '[|We goofed|], so you save',
      '[|Whoops|], did we say 20%?',
      'Priced [|by mistake|]?',
      '[|Correction|]: it is 30% off',
      'Our [|apologies|] to your closet',
      '[|We messed up|]: 20% off coats',
      'Is this a [|pricing error|]?',
      '[|0ops|], again',
      '[|O o p s|], coats',
      '[|Oops|], [|our mistake|]',
      '[|Hoppla|], zu viele Mäntel',
      'Das [|tut uns leid|]: 20 %',
      '[|Oups|], on a trop de manteaux',
      'Toutes [|nos excuses|]',
      '[|Lo sentimos|]: hay demasiado lino',
      '[|Ci scusiamo|]: troppa lana',
      '[|Oeps|], te veel jassen',
    ].map((line) => ({ line, facts })),
    { line: '[|Ups|]: 20 %', locale: 'es-ES', facts: { ...facts, locale: 'es-ES' } },
    { line: '[|Yikes|], coats', facts, options: { extraTerms: ['yikes'] } },
  ],
});

describe('apology-needs-incident', () => {
  const found = (line: string, given?: Partial<Facts>, options?: Record<string, unknown>) =>
    findingsIn(apologyNeedsIncident, { line, ...(given && { facts: given }), ...(options && { options }) });

  it('warns of an apology for nothing, and blocks it where the market is strict', () => {
    const weight = (market: Facts['market'], options?: Record<string, unknown>) =>
      found('Oops! Too many coats', { ...facts, market }, options)[0]?.severity;
    expect([weight('US'), weight('UK'), weight('EU'), weight('CA')]).toEqual(['warn', 'warn', 'warn', 'block']);
    expect([weight('US', { strictIn: ['US'] }), weight('CA', { strictIn: ['US'] })]).toEqual(['block', 'warn']);
  });

  it('names the kind of mail it compared with', () => {
    expect(found('Oops! Too many coats', facts)[0]).toMatchObject({
      kind: 'violation',
      fact: { path: 'messageType', value: 'promotional' },
      message:
        '"Oops" apologizes, and the brief calls this advertising, with nothing to apologize for; take it out, or brief an apology with its incident.',
    });
  });

  it('cannot judge an apology without a brief, nor one whose incident nobody gave', () => {
    for (const given of [undefined, { messageType: 'apology' } as const])
      expect(
        found('Sorry, our link broke', given).map(({ kind, severity, fact }) => [kind, severity, fact?.path]),
      ).toEqual([['not-evaluable', 'warn', 'incident']]);
  });

  it('speaks once of a line that says sorry twice', () => {
    expect(found('Oops, sorry, our mistake', facts)).toHaveLength(1);
  });
});
