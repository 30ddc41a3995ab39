/** Rows of acknowledgements, and the domain's form of them. */
import { Acknowledgement } from '../domain/acknowledgement.ts';
import { contentHash } from '../domain/hash.ts';
import { among } from './among.ts';
import type { Writing } from './database.ts';
import { escapeNullable, escapeText, unescapeNullable, unescapeText } from './escape-text.ts';
import { chunks } from './insert-all.ts';
import type { AcknowledgementRow } from './outcome-tables.ts';

/** Saves what was not said before; `all` stands in the given order, with the first one where a word was said again. */
export async function keepAcknowledgements(
  trx: Writing,
  given: readonly Acknowledgement[],
): Promise<{ readonly all: readonly Acknowledgement[]; readonly fresh: readonly Acknowledgement[] }> {
  const rows = given.map(rowOf);
  const added = new Set<string>();
  for (const some of chunks(rows, 1_000)) {
    const inserted = await trx
      .insertInto('acknowledgements')
      .values(some)
      .onConflict((conflict) => conflict.columns(['lineId', 'sendExternalId', 'contentHash']).doNothing())
      .returning('id')
      .execute();
    for (const { id } of inserted) added.add(id);
  }
  const there = await trx
    .selectFrom('acknowledgements')
    .selectAll()
    .where('contentHash', 'in', among(rows.map((row) => row.contentHash)))
    .execute();
  const byContent = new Map(there.map((row) => [keyOf(row), row]));
  const all = rows.map((row) => readAcknowledgements(byContent.get(keyOf(row)) ?? row));
  return { all, fresh: given.filter(({ id }) => added.has(id)) };
}

/** The acknowledgement of a row. */
export function readAcknowledgements(row: AcknowledgementRow): Acknowledgement {
  const { sendExternalId, findingsDocument, contentHash: _, text, preheader, ...rest } = row;
  return Acknowledgement.parse({
    ...rest,
    send: { externalId: unescapeText(sendExternalId) },
    text: unescapeNullable(text),
    preheader: unescapeNullable(preheader),
    findings: JSON.parse(findingsDocument),
  });
}

function rowOf({ send, findings, ...rest }: Acknowledgement): AcknowledgementRow {
  const { usedAt, text, preheader, dialect } = rest;
  return {
    ...rest,
    sendExternalId: escapeText(send.externalId),
    text: escapeNullable(text),
    preheader: escapeNullable(preheader),
    findingsDocument: JSON.stringify(findings),
    contentHash: contentHash([usedAt, text, preheader, dialect]),
  };
}

function keyOf({ lineId, sendExternalId, contentHash: hash }: AcknowledgementRow): string {
  return JSON.stringify([lineId, sendExternalId, hash]);
}
