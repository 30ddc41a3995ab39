/** Express with a row and no more: what the same framework on the same kind of database can do at most. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import express from 'express';
import { listen } from '../../src/http/listen.ts';

const database = new Sqlite(join(mkdtempSync(join(tmpdir(), 'linewright-bare-')), 'bare.db'));
database.pragma('journal_mode = WAL');
database.pragma('synchronous = FULL');
database.exec(`create table lines (id text not null primary key, text text not null, cohort text not null,
  approved_at text not null) strict`);
database.exec(
  'create table items (id text not null primary key, state text not null, version integer not null) strict',
);
database.exec(
  'create table decisions (id text not null primary key, item_id text not null, kind text not null) strict',
);
const lines = Array.from({ length: 200 }, (_, at) => `line_${at}`);
const items = Array.from({ length: 20_000 }, (_, at) => ({ id: `item_${at}`, version: 1 }));
const addLine = database.prepare('insert into lines values (?, ?, ?, ?)');
const addItem = database.prepare("insert into items values (?, 'pending', 1)");
database.transaction(() => {
  for (const id of lines) addLine.run(id, 'A wool blanket by the door', 'second purchase', new Date().toISOString());
  for (const { id } of items) addItem.run(id);
})();

const read = database.prepare('select * from lines where id = ?');
const decide = database.prepare(
  "update items set state = 'approved', version = version + 1 where id = ? and version = ?",
);
const keep = database.prepare('insert into decisions values (?, ?, ?)');
const app = express();
app.get('/lines/:id', (request, response) => {
  response.json(read.get(request.params.id));
});
app.post('/items/:id/decisions', express.json(), (request, response) => {
  const { version, decision } = request.body;
  database.transaction(() => {
    if (decide.run(request.params.id, version).changes === 1) keep.run(randomUUID(), request.params.id, decision.kind);
  })();
  response.status(201).json({ id: request.params.id, state: 'approved' });
});
const { url } = await listen(app, { host: '127.0.0.1', port: 0 });
process.send?.({ url, lines, items });
