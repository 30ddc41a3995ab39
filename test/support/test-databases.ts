/** A database of its own for whoever asks, on either kind; made from a template, so that it costs little. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';

export type TestDatabase = {
  readonly databaseUrl: string;
  /** Close every connection first. */
  readonly remove: () => Promise<void>;
};

/** The database that is copied. */
export const postgresTemplate = 'linewright_template';

/** A SQLite file that is not there yet. */
export async function sqliteDatabase(): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'linewright-'));
  return {
    databaseUrl: `sqlite:${join(folder, 'linewright.db')}`,
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A PostgreSQL database with the tables of this version, or a copy of another template: `template0` is empty. */
export async function postgresDatabase(template: string = postgresTemplate): Promise<TestDatabase> {
  const server = await postgresUrl();
  const name = `linewright_${randomBytes(6).toString('hex')}`;
  await onServer(server, `create database ${name} template ${template}`);
  const address = new URL(server);
  address.pathname = `/${name}`;
  return {
    databaseUrl: address.href,
    remove: () => onServer(server, `drop database ${name} with (force)`),
  };
}

async function postgresUrl(): Promise<string> {
  let answer = '';
  for await (const piece of connect(inject('postgresPort'), '127.0.0.1').setEncoding('utf8')) answer += piece;
  if (!answer.startsWith('postgres')) throw new Error(answer);
  return answer;
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
