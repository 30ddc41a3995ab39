/** Keeping webhooks over HTTP, with a real service and a real receiver. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listOf } from '../../../src/http/contracts/route.ts';
import { NewWebhookEndpoint, RotatedSecret, WebhookDeliveryView } from '../../../src/http/contracts/webhook-routes.ts';
import { type RunningService, runningService } from '../../support/running-service.ts';
import { type WebhookReceiver, webhookReceiver } from '../../support/webhook-receiver.ts';
import { briefBody } from '../support/samples.ts';

describe('webhook endpoints', () => {
  let service: RunningService;
  let receiver: WebhookReceiver;
  let key = '';
  let endpointId = '';

  beforeAll(async () => {
    receiver = await webhookReceiver();
    service = await runningService({ config: { webhookAllowPrivate: true } });
    key = await service.key(['tilden-row']);
  });
  afterAll(async () => {
    await service.stop();
    await receiver.close();
  });

  const send = async (method: string, path: string, json?: unknown, headers: Readonly<Record<string, string>> = {}) => {
    const response = await fetch(`${service.url}/v1/${path}`, {
      method,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...headers },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    });
    const text = await response.text();
    const body: unknown = text === '' ? null : JSON.parse(text);
    return { status: response.status, headers: response.headers, text, body };
  };
  const deliveries = async (query = '') =>
    listOf(WebhookDeliveryView).parse((await send('GET', `webhook-endpoints/${endpointId}/deliveries${query}`)).body)
      .data;

  it('show their secret in the answer that makes them, and nowhere else', async () => {
    const added = await send('POST', 'webhook-endpoints', { brand: 'tilden-row', url: receiver.url });
    expect(added.status).toBe(201);
    const { endpoint, secret } = NewWebhookEndpoint.parse(added.body);
    endpointId = endpoint.id;
    receiver.trust(secret);
    expect(added.headers.get('location')).toBe(`/v1/webhook-endpoints/${endpointId}`);
    const read = await send('GET', `webhook-endpoints/${endpointId}`);
    expect([read.status, read.headers.get('etag'), read.body]).toEqual([200, '"1"', endpoint]);
    expect(read.text).not.toContain('whsec_');
  });

  it('are refused with the place of the mistake where nothing can be sent to them', async () => {
    const asked = { brand: 'tilden-row', url: 'https://user:secret@tool.example/' };
    expect(await send('POST', 'webhook-endpoints', asked)).toMatchObject({
      status: 422,
      body: { code: 'invalid-request', errors: [{ pointer: '#/url', detail: expect.stringContaining('no name and') }] },
    });
  });

  it('are refused on private addresses by a service whose operator did not allow them', async () => {
    const strict = await runningService({ isWorking: false });
    const response = await fetch(`${strict.url}/v1/webhook-endpoints`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await strict.key(['tilden-row'])}`, 'content-type': 'application/json' },
      body: JSON.stringify({ brand: 'tilden-row', url: receiver.url }),
    });
    expect([response.status, await response.json()]).toMatchObject([422, { errors: [{ pointer: '#/url' }] }]);
    const { endpoint } = await strict.product.useCases.webhooks.add(
      await strict.product.commandLine(['tilden-row']),
      ['tilden-row'],
      { brand: 'tilden-row', url: 'https://1.1.1.1/hook' },
    );
    const changed = await fetch(`${strict.url}/v1/webhook-endpoints/${endpoint.id}`, {
      method: 'PATCH',
      headers: {
        authorization: `Bearer ${await strict.key(['tilden-row'])}`,
        'content-type': 'application/json',
        'if-match': '"1"',
      },
      body: JSON.stringify({ url: receiver.url }),
    });
    expect([changed.status, await changed.json()]).toMatchObject([422, { errors: [{ pointer: '#/url' }] }]);
    await strict.stop();
  });

  it('get a test message at once, and its answer is shown', async () => {
    const tested = await send('POST', `webhook-endpoints/${endpointId}/tests`);
    expect([tested.status, tested.body]).toMatchObject([200, { hasArrived: true, status: 204 }]);
    expect(receiver.received.splice(0)).toMatchObject([{ type: 'webhook.test', isVerified: true }]);
  });

  it('are told what happens, show what was sent, and send it again', async () => {
    expect((await send('POST', 'variant-requests', briefBody)).status).toBe(202);
    await expect.poll(() => deliveries('?state=delivered'), { timeout: 20_000 }).toHaveLength(1);
    expect(receiver.received).toMatchObject([{ type: 'request.drafted', isVerified: true }]);
    expect(await deliveries('?state=failed')).toEqual([]);
    const [delivery] = await deliveries();
    const again = await send('POST', `webhook-deliveries/${delivery?.id}/resends`);
    expect([again.status, again.body]).toMatchObject([202, { state: 'pending' }]);
    await expect.poll(() => receiver.received.length, { timeout: 5_000 }).toBe(2);
    expect(receiver.unique()).toHaveLength(1);
  });

  it('are changed only by whoever saw their version', async () => {
    const path = `webhook-endpoints/${endpointId}`;
    const off = { state: 'disabled' };
    expect((await send('PATCH', path, off)).status).toBe(428);
    expect(await send('PATCH', path, off, { 'if-match': '"9"' })).toMatchObject({ status: 412 });
    const changed = await send('PATCH', path, off, { 'if-match': '"1"' });
    expect([changed.status, changed.headers.get('etag'), changed.body]).toMatchObject([
      200,
      '"2"',
      { state: 'disabled', reason: 'a person disabled it' },
    ]);
    const [delivery] = await deliveries();
    expect(await send('POST', `webhook-deliveries/${delivery?.id}/resends`)).toMatchObject({
      status: 409,
      body: { code: 'endpoint-disabled' },
    });
    expect((await send('PATCH', path, { state: 'enabled' }, { 'if-match': '*' })).body).toMatchObject({ reason: null });
  });

  it('get a new secret, and are removed with their log', async () => {
    const path = `webhook-endpoints/${endpointId}`;
    const rotated = await send('POST', `${path}/rotations`);
    expect(rotated.status).toBe(201);
    expect(RotatedSecret.parse(rotated.body).endpoint.version).toBe(4);
    expect((await send('DELETE', path)).status).toBe(204);
    expect((await send('GET', `${path}/deliveries`)).status).toBe(404);
    expect((await send('GET', 'webhook-endpoints')).body).toEqual({ data: [], nextCursor: null });
  });
});
