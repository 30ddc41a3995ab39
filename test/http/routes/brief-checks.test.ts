import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BriefCheckView } from '../../../src/http/contracts/brief-routes.ts';
import { brief, briefBody, request } from '../support/samples.ts';
import { type ServedApp, servedApp } from '../support/served-app.ts';
import { person, tool } from '../support/signed-in.ts';

describe('a brief that is being written', () => {
  let app: ServedApp;
  beforeAll(async () => {
    app = await servedApp(
      { ana: person(['copywriter']), mia: person(['compliance']), lw_tool: tool(['requests:write']) },
      {
        instead: {
          briefs: {
            standing: async ({ externalId }) =>
              externalId === 'there' ? { revision: brief, requestId: request.id } : null,
          },
        },
      },
    );
  });
  afterAll(() => app.close());
  const check = async (json: object, as: object = { session: 'ana' }) => {
    const { status, body, text } = await app.send('POST', '/v1/brief-checks', { ...as, json });
    expect(status, text).toBe(200);
    return BriefCheckView.parse(body);
  };

  it('has its mistakes told as data, at their places', async () => {
    const { mistakes, mistakeCount } = await check({ ...briefBody, goal: '', offer: { type: 'percent-off' } });
    expect(mistakes.map(({ pointer }) => pointer)).toEqual(['#/goal', '#/offer/percent']);
    expect(mistakeCount).toBe(2);
  });

  it('has none where it would be accepted, from a tool as from a person', async () => {
    for (const as of [{ session: 'ana' }, { key: 'lw_tool' }])
      expect(await check(briefBody, as)).toEqual({ mistakes: [], mistakeCount: 0, findings: [], standing: null });
  });

  it('is told of the brief that has its name already', async () => {
    const { standing } = await check({ ...briefBody, externalId: 'there' });
    expect(standing).toEqual({ briefId: brief.id, revision: brief.revision, requestId: request.id });
  });

  it('hears the same of a brand of others as of one that is not there', async () => {
    const told = { mistakes: [{ pointer: '#/brand', detail: 'is no brand you may write for' }], mistakeCount: 1 };
    for (const brand of ['twin', 'nowhere']) expect(await check({ ...briefBody, brand })).toMatchObject(told);
  });

  it('is not for those who only read', async () => {
    const { status } = await app.send('POST', '/v1/brief-checks', { session: 'mia', json: briefBody });
    expect(status).toBe(403);
  });
});
