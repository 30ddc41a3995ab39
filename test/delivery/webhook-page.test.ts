/** The receiver that docs/webhooks.md shows to integrators, run as they would run it. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { httpSender } from '../../src/delivery/webhook-sender/http-sender.ts';
import { WebhookType } from '../../src/domain/webhook.ts';
import { webhookData } from '../../src/domain/webhook-message.ts';

const page = readFileSync(new URL('../../docs/webhooks.md', import.meta.url), 'utf8');
const secret = `whsec_${Buffer.alloc(32, 3).toString('base64')}`;
const never = new AbortController().signal;

describe('the page on webhooks', () => {
  // Below the repository, so that the example finds the library it imports.
  const ours = fileURLToPath(new URL('../../var', import.meta.url));
  let folder = '';
  let child: ReturnType<typeof spawn>;
  let url = '';
  const lines: string[] = [];

  beforeAll(async () => {
    mkdirSync(ours, { recursive: true });
    folder = mkdtempSync(join(ours, 'receiver-'));
    const file = join(folder, 'receiver.mjs');
    writeFileSync(file, /```js\n(.*?)```/s.exec(page)?.[1] ?? '');
    const env = { ...process.env, PORT: '0', WEBHOOK_SECRET: secret };
    child = spawn(process.execPath, [file], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    if (!child.stdout) throw new Error('the receiver says nothing');
    const output = createInterface({ input: child.stdout });
    const [first] = await once(output, 'line');
    output.on('line', (line) => lines.push(line));
    url = `http://127.0.0.1:${String(first).split(' ').at(-1)}/`;
  });
  afterAll(async () => {
    child.kill();
    rmSync(folder, { recursive: true });
  });

  const send = async (id: string, message: object, by = secret) => {
    const sender = httpSender({ allowPrivate: true, timeoutMs: 5_000 });
    const parcel = { url, id, at: new Date().toISOString(), body: JSON.stringify(message), secrets: [by] };
    return (await sender.send(parcel, never)).attempt.status;
  };

  it('shows a receiver that verifies, acts once on a message, and takes revocations', async () => {
    const approved = { type: 'line.approved', data: { line: 'line_1', cohort: 'coats', text: 'Coats, 40% less' } };
    expect(await send('msg_1', approved)).toBe(204);
    expect(await send('msg_1', approved)).toBe(204);
    expect(await send('msg_2', approved, `whsec_${Buffer.alloc(32, 4).toString('base64')}`)).toBe(401);
    expect(await send('msg_3', { type: 'line.revoked', data: { line: 'line_1' } })).toBe(204);
    await expect.poll(() => lines).toEqual(['use line_1 for coats: Coats, 40% less', 'do not use line_1']);
  });

  it.each(WebhookType.options)('names every member of %s', (type) => {
    const row = page.split('\n').find((line) => line.startsWith(`| \`${type}\``)) ?? '';
    const named = [...(row.split('|')[3] ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => name);
    expect([...named, 'brand', 'sandbox'].sort()).toEqual(Object.keys(webhookData[type].shape).sort());
  });
});
