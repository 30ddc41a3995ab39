/**
 * A query that is made once and run with other values each time. Kysely builds, renames and compiles a query anew
 * whenever it runs, which takes longer than SQLite takes to find a row; for what every request asks that is most of the
 * time.
 */
import type { CompiledQuery } from 'kysely';
import type { Reading } from './database.ts';

/** A query over a longer list is made for it alone: each length is a query of its own, and long ones are rare. */
const mostListed = 12;

type Value = string | number | null;

/**
 * `build` makes the query with `mark(name)` wherever a value is bound, and compiles it. The result runs on any
 * connection or transaction. Throws where a mark was not bound exactly once, as a value of its own.
 */
export function hotQuery<Name extends string, Row>(
  names: readonly Name[],
  build: (db: Reading, mark: (name: Name) => string) => CompiledQuery<Row>,
): (db: Reading, given: Readonly<Record<Name, Value>>) => Promise<Row[]> {
  // The two databases want other SQL; each has one adapter for all of its connections and transactions.
  const made = new WeakMap<object, Made<Name, Row>>();
  return async (db, given) => {
    const { adapter } = db.getExecutor();
    const known = made.get(adapter) ?? bound(names, build(db, markOf));
    made.set(adapter, known);
    const parameters = known.parameters.map(({ name, value }) => (name === null ? value : given[name]));
    const query: CompiledQuery<Row> = { ...known.compiled, parameters };
    return (await db.executeQuery(query)).rows;
  };
}

/**
 * A query about several ids, made once for each length of their list. `build` puts the whole list into one condition.
 * Nothing is asked where the list is empty.
 */
export function hotListQuery<Row>(
  build: (db: Reading, ids: readonly string[]) => CompiledQuery<Row>,
): (db: Reading, ids: readonly string[]) => Promise<Row[]> {
  const made = new Map<number, ReturnType<typeof hotQuery<string, Row>>>();
  return async (db, ids) => {
    if (ids.length === 0) return [];
    if (ids.length > mostListed) return (await db.executeQuery(build(db, ids))).rows;
    const names = ids.map((_, at) => `${at}`);
    const query = made.get(ids.length) ?? hotQuery(names, (to, mark) => build(to, names.map(mark)));
    made.set(ids.length, query);
    return query(db, Object.fromEntries(ids.map((id, at) => [`${at}`, id])));
  };
}

type Made<Name extends string, Row> = {
  readonly compiled: CompiledQuery<Row>;
  readonly parameters: readonly { readonly name: Name | null; readonly value: unknown }[];
};

/** No value that is bound for good looks like this: text from outside is escaped before it comes here. */
function markOf(name: string): string {
  return `\u0000mark ${name}`;
}

function bound<Name extends string, Row>(names: readonly Name[], compiled: CompiledQuery<Row>): Made<Name, Row> {
  const parameters = compiled.parameters.map((value) => ({
    name: names.find((name) => value === markOf(name)) ?? null,
    value,
  }));
  for (const name of names)
    if (parameters.filter((parameter) => parameter.name === name).length !== 1)
      throw new Error(`The value ${name} of a query that is made once must be bound exactly once.`);
  return { compiled, parameters };
}
