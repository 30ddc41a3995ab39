/** Rows of candidates, their findings, and the replies they came from; and the domain's form of them. */
import { Candidate, ModelReply } from '../domain/candidate.ts';
import { sha256Hex } from '../domain/hash.ts';
import { spendingOf } from '../domain/usage.ts';
import type { Writing } from './database.ts';
import type { CandidateRow, FindingRow, ReplyRow } from './drafting-tables.ts';
import { escapeNullable, escapeText, unescapeNullable, unescapeText } from './escape-text.ts';
import { chunks, insertAll } from './insert-all.ts';
import { searchKey } from './search-key.ts';
import type { Tables } from './tables.ts';

/** Saves candidates with what they were compared with and the index of their findings. */
export async function insertCandidates(trx: Writing, candidates: readonly Candidate[]): Promise<void> {
  await insertAll(trx, 'candidates', await rowsOf(trx, candidates));
  await insertAll(trx, 'findings', candidates.flatMap(findingRows));
}

/** Puts new verdicts in the place of those candidates had; what a verdict was stays in the audit log. */
export async function renewVerdicts(trx: Writing, candidates: readonly Candidate[]): Promise<void> {
  for (const some of chunks(candidates, 1_000)) {
    await trx
      .insertInto('candidates')
      .values(await rowsOf(trx, some))
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet((eb) => ({
          verdict: eb.ref('excluded.verdict'),
          verdictDocument: eb.ref('excluded.verdictDocument'),
          listHash: eb.ref('excluded.listHash'),
        })),
      )
      .execute();
    const ids = some.map(({ id }) => id);
    await trx.deleteFrom('findings').where('candidateId', 'in', ids).execute();
    await insertAll(trx, 'findings', some.flatMap(findingRows));
  }
}

/** The rows of candidates; the lines they were compared with are saved. */
async function rowsOf(trx: Writing, candidates: readonly Candidate[]): Promise<CandidateRow[]> {
  const lists = new Map<string, Tables['neighbourLists']>();
  const rows = candidates.map((candidate) => candidateRow(candidate, listRow(lists, candidate)));
  for (const list of lists.values())
    await trx
      .insertInto('neighbourLists')
      .values(list)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  return rows;
}

/** The candidate of a row; what it was compared with is left out where it lies apart (see candidate-reads.ts). */
export function candidateOf(row: CandidateRow): Candidate {
  const { writer: _writer, replyId: _replyId, verdict: _verdict, listHash: _listHash, ...more } = row;
  const { provenanceDocument, verdictDocument, searchKey: _key, ...plain } = more;
  return Candidate.parse({
    ...plain,
    text: unescapeText(row.text),
    preheader: unescapeNullable(row.preheader),
    provenance: JSON.parse(provenanceDocument),
    verdict: JSON.parse(verdictDocument),
  });
}

/** The row of the lines a candidate was compared with; `lists` holds those of this act by their text. */
function listRow(lists: Map<string, Tables['neighbourLists']>, candidate: Candidate): string | null {
  const { neighbours } = candidate.verdict.basis;
  if (neighbours.length === 0) return null;
  const listDocument = JSON.stringify(neighbours);
  const row = lists.get(listDocument) ?? {
    brandId: candidate.brandId,
    listHash: sha256Hex(listDocument),
    listDocument,
  };
  lists.set(listDocument, row);
  return row.listHash;
}

function candidateRow({ provenance, verdict, ...candidate }: Candidate, listHash: string | null): CandidateRow {
  const basis = { ...verdict.basis, neighbours: [] };
  return {
    ...candidate,
    text: escapeText(candidate.text),
    preheader: escapeNullable(candidate.preheader),
    writer: provenance.writer,
    replyId: provenance.writer === 'person' ? null : provenance.replyId,
    provenanceDocument: JSON.stringify(provenance),
    verdict: verdict.verdict,
    verdictDocument: JSON.stringify({ ...verdict, basis }),
    listHash,
    searchKey: searchKey([candidate.text, candidate.preheader]),
  };
}

function findingRows({ id, brandId, verdict }: Candidate): FindingRow[] {
  return verdict.findings.map(({ rule, ruleVersion, severity, kind }, position) => ({
    candidateId: id,
    position,
    brandId,
    rule,
    ruleVersion,
    severity,
    kind,
  }));
}

/** The prompt lies apart, since the same one goes out again when a run is repeated. */
export function replyRows(whole: ModelReply): { reply: ReplyRow; prompt: Tables['prompts'] } {
  const { prompt, price, ...reply } = whole;
  const textHash = sha256Hex(escapeText(prompt));
  const spent = spendingOf(whole);
  return {
    prompt: { brandId: reply.brandId, textHash, text: escapeText(prompt) },
    reply: {
      ...reply,
      textHash,
      model: escapeText(reply.model),
      raw: escapeText(reply.raw),
      finish: escapeText(reply.finish),
      isKept: 0,
      currency: price?.currency ?? null,
      priceDocument: price && JSON.stringify(price),
      spentTokens: spent.tokens,
      spentMicros: spent.micros,
    },
  };
}

/** `row` comes with the text of its prompt. */
export function replyOf(stored: ReplyRow & { prompt: string }): ModelReply {
  const {
    isKept: _,
    textHash: _hash,
    currency: _currency,
    spentTokens: _tokens,
    spentMicros: _micros,
    ...row
  } = stored;
  const { priceDocument, ...reply } = row;
  return ModelReply.parse({
    ...reply,
    model: unescapeText(row.model),
    raw: unescapeText(row.raw),
    finish: unescapeText(row.finish),
    prompt: unescapeText(row.prompt),
    price: priceDocument === null ? null : JSON.parse(priceDocument),
  });
}
