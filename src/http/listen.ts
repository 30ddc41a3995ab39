/** Puts an app on a port, and takes it off again without cutting anybody short. */
import { createServer, type RequestListener, type Server } from 'node:http';

/** A server that listens. */
export type Listening = {
  /** Where it is reached from this machine. */
  readonly url: string;
  /** Take no new connection, let requests in flight finish for up to `graceMs`, then cut what is left. */
  readonly close: (graceMs: number) => Promise<void>;
};

/** Listen; port 0 picks a free one. Rejects where the port is taken. */
export async function listen(
  app: RequestListener,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<Listening> {
  const server = createServer(
    {
      // Slow senders hold a connection no longer than this (Slowloris).
      headersTimeout: 20_000,
      requestTimeout: 60_000,
      // Longer than the 60 s a usual proxy keeps its side open, or it would write into a connection just closed.
      keepAliveTimeout: 65_000,
    },
    app,
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  return { url: urlOf(server, host), close: (graceMs) => closed(server, graceMs) };
}

function urlOf(server: Server, host: string): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  const isAnyAddress = host === '0.0.0.0' || host === '::';
  const name = isAnyAddress ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${address.port}`;
}

function closed(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    // A kept-alive connection becomes idle only once its last answer is out, and Node looks at those just once.
    const idle = setInterval(() => server.closeIdleConnections(), 50);
    const cut = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close((error) => {
      clearInterval(idle);
      clearTimeout(cut);
      if (error) reject(error);
      else resolve();
    });
  });
}
