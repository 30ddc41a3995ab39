/**
 * Starts PostgreSQL once per test run, and only when a test file asks: the setup listens on a port and answers each
 * connection with the address of the server, or with why there is none.
 */
import { once } from 'node:events';
import { createServer } from 'node:net';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openStore } from '../../src/store/open-store.ts';
import { type PostgresServer, startPostgres } from './postgres.ts';
import { postgresTemplate } from './test-databases.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where a test file asks for PostgreSQL; see test-databases.ts. */
    readonly postgresPort: number;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let running: Promise<PostgresServer> | undefined;
  const desk = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    running ??= startWithTemplate();
    running.then(
      ({ url }) => socket.end(url),
      (error: unknown) => socket.end(error instanceof Error ? error.message : String(error)),
    );
  }).listen(0, '127.0.0.1');
  await once(desk, 'listening');
  const address = desk.address();
  if (typeof address === 'object' && address !== null) project.provide('postgresPort', address.port);
  return async () => {
    desk.close();
    const server = await running?.catch(() => undefined);
    await server?.stop();
  };
}

/** A server with a migrated database, which every test file gets a copy of. */
async function startWithTemplate(): Promise<PostgresServer> {
  const named = process.env['TEST_POSTGRES_URL'];
  const server = named ? { url: named, stop: async () => {} } : await startPostgres();
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  await client.query(`drop database if exists ${postgresTemplate}`);
  await client.query(`create database ${postgresTemplate}`);
  await client.end();
  const template = new URL(server.url);
  template.pathname = `/${postgresTemplate}`;
  await (await openStore({ databaseUrl: template.href })).close();
  return server;
}
