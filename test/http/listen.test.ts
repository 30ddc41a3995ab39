import { once } from 'node:events';
import { Agent, createServer, get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { listen } from '../../src/http/listen.ts';

const local = { host: '127.0.0.1', port: 0 };

describe('a listening server', () => {
  it('says where it is reached', async () => {
    const server = await listen((_, response) => response.end('here'), local);
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(await (await fetch(server.url)).text()).toBe('here');
    await server.close(100);
  });

  it('is reached as localhost where it listens everywhere', async () => {
    const server = await listen((_, response) => response.end('here'), { host: '0.0.0.0', port: 0 });
    expect(server.url).toMatch(/^http:\/\/localhost:\d+$/);
    await server.close(100);
  });

  it('does not start on a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await expect(listen(() => {}, { host: '127.0.0.1', port })).rejects.toThrow(/EADDRINUSE/);
    other.close();
  });

  it('finishes requests in flight, takes no new ones and ends kept-alive connections', async () => {
    const server = await listen(async (_, response) => {
      await sleep(300);
      response.end('finished');
    }, local);
    const agent = new Agent({ keepAlive: true });
    const answered = new Promise<string>((resolve, reject) => {
      get(server.url, { agent }, (response) => response.setEncoding('utf8').on('data', resolve)).on('error', reject);
    });
    await sleep(100);
    const startedAt = performance.now();
    const closed = server.close(5000);
    await expect(fetch(server.url)).rejects.toThrow();
    expect(await answered).toBe('finished');
    await closed;
    expect(performance.now() - startedAt).toBeLessThan(2000);
    agent.destroy();
  });

  it('cuts what is not done within the grace', async () => {
    const server = await listen(() => {}, local);
    const hanging = expect(fetch(server.url)).rejects.toThrow();
    await sleep(100);
    const startedAt = performance.now();
    await server.close(200);
    await hanging;
    expect(performance.now() - startedAt).toBeLessThan(2000);
  });
});
