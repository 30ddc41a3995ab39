import { describe, expect, it } from 'vitest';
import { answerExamples } from '../../src/http/openapi-answers.ts';
import { answerBreaches, type Sent } from './support/answer-breaches.ts';

const promised = {
  'content-type': 'application/json; charset=utf-8',
  'x-request-id': 'a-request',
  ratelimit: '"caller";r=1;t=1',
  'ratelimit-policy': '"caller";q=1;w=60',
};
const me = answerExamples['readMe'];
const answer = (more: Partial<Sent> & { json?: unknown } = {}): Sent => ({
  method: 'GET',
  url: '/v1/me?x=1',
  status: 200,
  headers: new Headers(promised),
  body: JSON.stringify(more.json ?? me),
  ...more,
});
const without = (name: string) => new Headers(Object.entries(promised).filter(([each]) => each !== name));

describe('holding an answer against the API document', () => {
  it('has nothing to say of one that is as it should be', () => {
    expect(answerBreaches(answer())).toEqual([]);
    expect(answerBreaches(answer({ method: 'HEAD', body: '' }))).toEqual([]);
    expect(answerBreaches(answer({ url: '/healthz', json: 'anything' }))).toEqual([]);
  });

  it.each<[string, Sent, RegExp]>([
    ['a member nobody documented', answer({ json: { ...me, more: 1 } }), /readMe .* additional properties.*"more"/],
    ['a member that is missing', answer({ json: { ...me, name: undefined } }), /required property 'name'/],
    ['a member of another type', answer({ json: { ...me, name: 3 } }), /\/name must be string/],
    ['a status nobody documented', answer({ status: 418 }), /answered 418: the document knows only 200, 400, 401/],
    ['a header that was promised', answer({ headers: without('ratelimit') }), /the header RateLimit is missing/],
    ['no content type', answer({ headers: without('content-type') }), /no content type is not documented/],
    ['a body where there is none', answer({ method: 'DELETE', url: '/v1/sessions/current', status: 204 }), /has none/],
    ['an operation nobody documented', answer({ url: '/v1/secret' }), /GET \/v1\/secret: it answered 200/],
    ['an error that is no problem', answer({ url: '/v1/secret', status: 404 }), /no problem document/],
  ])('names %s', (_, sent, sentence) => {
    expect(answerBreaches(sent)).toEqual([expect.stringMatching(sentence)]);
  });
});
