/** What is sent over real connections, and to whom nothing is. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { httpSender, type SenderParts } from '../../../src/delivery/webhook-sender/http-sender.ts';
import type { Parcel } from '../../../src/ports/webhook-sender.ts';
import { type WebhookReceiver, webhookReceiver } from '../../support/webhook-receiver.ts';

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const other = `whsec_${Buffer.alloc(32, 9).toString('base64')}`;
const never = new AbortController().signal;

let receiver: WebhookReceiver;
beforeAll(async () => {
  receiver = await webhookReceiver();
});
afterEach(() => {
  receiver.behave();
  receiver.received.splice(0);
});
afterAll(() => receiver.close());

const sender = (more: Partial<SenderParts> = {}) => httpSender({ allowPrivate: true, timeoutMs: 2_000, ...more });
const parcel = (more: Partial<Parcel> = {}): Parcel => ({
  url: receiver.url,
  id: 'msg_1',
  at: new Date().toISOString(),
  body: JSON.stringify({ type: 'webhook.test', timestamp: '2026-11-23T08:00:00.000Z', data: { odd: '\ud83d é 🎄' } }),
  secrets: [secret],
  ...more,
});

describe('a message', () => {
  it('arrives whole and verifies by any of its secrets', async () => {
    receiver.trust(secret);
    const { attempt, retryAfterMs } = await sender().send(parcel({ secrets: [other, secret] }), never);
    expect(attempt).toMatchObject({ status: 204, error: null, answer: '' });
    expect(retryAfterMs).toBeNull();
    const [message] = receiver.received;
    expect(message).toMatchObject({
      id: 'msg_1',
      isVerified: true,
      type: 'webhook.test',
      data: { odd: '\ud83d é 🎄' },
    });
    expect(message?.headers['webhook-signature']?.split(' ')).toHaveLength(2);
    expect(message?.headers['content-type']).toBe('application/json');
  });

  it('does not verify by a secret it was not signed with', async () => {
    await sender().send(parcel({ secrets: [other] }), never);
    expect(receiver.received[0]?.isVerified).toBe(false);
  });

  it.each([
    ['120', 120_000],
    ['0', 0],
    ['never', null],
    ['-5', null],
  ])('says how long to wait where the receiver does: %s', async (header, ms) => {
    receiver.behave({ kind: 'status', status: 503, headers: { 'retry-after': header } });
    const { attempt, retryAfterMs } = await sender().send(parcel(), never);
    expect([attempt.status, attempt.answer, retryAfterMs]).toEqual([503, 'as told', ms]);
  });

  it('understands a date to wait for', async () => {
    const at = '2026-11-23T08:00:00.000Z';
    receiver.behave({ kind: 'status', status: 429, headers: { 'retry-after': 'Mon, 23 Nov 2026 08:01:00 GMT' } });
    expect((await sender().send(parcel({ at }), never)).retryAfterMs).toBe(60_000);
  });

  it('is given up after the time limit, and where the connection is closed', async () => {
    receiver.behave({ kind: 'silence' });
    const late = await sender({ timeoutMs: 150 }).send(parcel(), never);
    expect(late.attempt).toMatchObject({ status: null, error: 'no whole answer within 0.15 seconds' });
    receiver.behave({ kind: 'close' });
    expect((await sender().send(parcel(), never)).attempt).toMatchObject({ status: null, error: 'socket hang up' });
  });

  it('reads only the beginning of an answer that never ends', async () => {
    receiver.behave({ kind: 'flood' });
    const { attempt } = await sender().send(parcel(), never);
    expect([attempt.status, attempt.answer]).toEqual([200, 'x'.repeat(500)]);
  });

  it('follows no redirect', async () => {
    receiver.behave({ kind: 'status', status: 302, headers: { location: receiver.url } });
    expect((await sender().send(parcel(), never)).attempt.status).toBe(302);
    expect(receiver.received).toHaveLength(1);
  });

  it('rejects with the reason of the signal', async () => {
    receiver.behave({ kind: 'silence' });
    const stop = new AbortController();
    const sent = sender().send(parcel(), stop.signal);
    stop.abort(new Error('the service stops'));
    await expect(sent).rejects.toThrow('the service stops');
  });
});

describe('an address that is not to be reached', () => {
  const port = () => new URL(receiver.url).port;
  const refused = [
    'http://127.0.0.1/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0177.0.0.1/',
    'http://0x7f.1/',
    'http://127.0.0.1./',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[0:0:0:0:0:ffff:10.0.0.1]/',
    'http://[::127.0.0.1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[2002:7f00:1::]/',
    'http://[fe80::1]/',
    'http://[fd00:ec2::254]/',
    'http://[ff02::1]/',
    'http://[::]/',
    'http://0.0.0.0/',
    'http://0/',
    'http://10.1.2.3/',
    'http://172.16.0.1/',
    'http://172.31.255.255/',
    'http://192.168.1.1/',
    'http://100.64.0.1/',
    'http://100.100.100.200/',
    'http://169.254.169.254/latest/meta-data/',
    'http://192.0.0.192/',
    'http://168.63.129.16/',
    'http://198.18.0.1/',
    'http://224.0.0.1/',
    'http://255.255.255.255/',
    'http://①②⑦.⓪.⓪.①/',
    'http://localhost/',
  ];

  it.each(refused)('is refused when it is asked for and when it is sent to: %s', async (url) => {
    const strict = sender({ allowPrivate: false });
    expect(await strict.refusal(url)).toContain('must not lead to a private, local or reserved address');
    const { attempt } = await strict.send(parcel({ url: url.replace(/\/$/, `:${port()}/`) }), never);
    expect(attempt).toMatchObject({ status: null, error: expect.stringContaining('must not lead to a private') });
    expect(receiver.received).toEqual([]);
  });

  it.each([
    ['one private address', ['10.0.0.5']],
    ['a private address among others', ['93.184.215.14', '127.0.0.1']],
    ['a link-local address with its zone', ['fe80::1%eth0']],
    ['an IPv4-mapped one', ['::ffff:192.168.0.1']],
  ])('is refused where its name leads to %s', async (_, addresses) => {
    const strict = sender({ allowPrivate: false, resolve: async () => addresses });
    expect(await strict.refusal('https://tool.example/hooks')).toContain('as tool.example does');
  });

  it('is refused where the name changed its mind since it was asked for', async () => {
    const answers = [['93.184.215.14'], ['127.0.0.1']];
    const strict = sender({ allowPrivate: false, resolve: async () => answers.shift() ?? [] });
    const url = `http://tool.example:${port()}/`;
    expect(await strict.refusal(url)).toBeNull();
    expect((await strict.send(parcel({ url }), never)).attempt.error).toContain('must not lead to a private');
    expect(receiver.received).toEqual([]);
  });

  it('is looked up once, and the connection goes where the look-up said', async () => {
    let asked = 0;
    const resolve = async () => {
      asked += 1;
      return ['127.0.0.1'];
    };
    const { attempt } = await sender({ resolve }).send(parcel({ url: `http://nowhere.invalid:${port()}/` }), never);
    expect([attempt.status, asked]).toEqual([204, 1]);
    expect(receiver.received[0]?.headers['host']).toBe(`nowhere.invalid:${port()}`);
  });

  it.each([
    ['ftp://tool.example/', 'must begin with https:// or http://'],
    ['file:///etc/passwd', 'must begin with https:// or http://'],
    ['tool.example', 'must be an address such as'],
    ['https://user:secret@tool.example/', 'must hold no name and password'],
    ['https://tool.example/#here', 'must hold no fragment'],
    ['https://tool.example:22/', 'must not use port 22'],
    ['https://tool.example:6000/', 'must not use port 6000'],
    ['https://nobody.example/', 'must name a host that is there'],
  ])('is refused by its looks: %s', async (url, words) => {
    const resolve = (host: string) => (host === 'tool.example' ? Promise.resolve(['93.184.215.14']) : Promise.reject());
    expect(await sender({ allowPrivate: false, resolve }).refusal(url)).toContain(words);
  });

  it.each(['https://tool.example/', 'https://tool.example:8443/hooks?brand=a', 'http://93.184.215.14/'])(
    'is taken where it is public: %s',
    async (url) => {
      const resolve = async () => ['93.184.215.14', '2606:2800:21f:cb07:6820:80da:af6b:8b2c'];
      expect(await sender({ allowPrivate: false, resolve }).refusal(url)).toBeNull();
    },
  );

  it('is reached where the operator allows it', async () => {
    expect(await sender().refusal(receiver.url)).toBeNull();
    expect((await sender().send(parcel(), never)).attempt.status).toBe(204);
  });
});
