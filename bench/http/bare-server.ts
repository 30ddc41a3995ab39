/**
 * Express with a row and no more: what the same framework on the same kind of database can do at most. It answers with
 * as much as the product does, the product's own example answers, and knows nobody.
 */
import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import express from 'express';
import { listen } from '../../src/http/listen.ts';
import { answerExamples } from '../../src/http/openapi-answers.ts';
import { tellCpu } from './tell-cpu.ts';

const database = new Sqlite(join(mkdtempSync(join(tmpdir(), 'linewright-bare-')), 'bare.db'));
database.pragma('journal_mode = WAL');
database.pragma('synchronous = FULL');
// The members of an approved line, each a column of text.
const { id: _, ...members } = { id: '', ...answerExamples['readApprovedLine'] };
const columns = Object.keys(members).map((name) => `"${name}" text`);
database.exec(`create table lines (id text not null primary key, ${columns}) strict`);
database.exec(`create table items (id text not null primary key, state text not null, version integer not null,
  entry text not null) strict`);
database.exec(
  'create table decisions (id text not null primary key, item_id text not null, kind text not null) strict',
);
const lines = Array.from({ length: 200 }, (_, at) => `line_${at}`);
const items = Array.from({ length: 2_000 }, (_, at) => ({ id: `item_${at}`, version: 1 }));
const addLine = database.prepare(`insert into lines values (?${', ?'.repeat(columns.length)})`);
const addItem = database.prepare("insert into items values (?, 'pending', 1, ?)");
const entry = JSON.stringify(answerExamples['decideReviewItem']);
database.transaction(() => {
  for (const id of lines)
    addLine.run(id, ...Object.values(members).map((value) => (value === null ? null : `${value}`)));
  for (const { id } of items) addItem.run(id, entry);
})();

const read = database.prepare('select * from lines where id = ?');
const decide = database.prepare(
  "update items set state = 'approved', version = version + 1 where id = ? and version = ? returning state, version, entry",
);
const keep = database.prepare('insert into decisions values (?, ?, ?)');
const app = express();
app.get('/lines/:id', (request, response) => {
  response.json(read.get(request.params.id));
});
app.post('/items/:id/decisions', express.json(), (request, response) => {
  const { version, decision } = request.body;
  const decided = database.transaction(() => {
    const [item] = decide.all(request.params.id, version);
    if (item) keep.run(randomUUID(), request.params.id, decision.kind);
    return item;
  })();
  response.status(decided ? 201 : 409).json(decided);
});
tellCpu();
const { url } = await listen(app, { host: '127.0.0.1', port: 0 });
process.send?.({ url, lines, items });
