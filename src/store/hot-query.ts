/**
 * A query that is made once and run with other values each time. Kysely builds, renames and compiles a query anew
 * whenever it runs, which takes longer than SQLite takes to find a row; for what every request asks that is most of the
 * time.
 */
import type { CompiledQuery } from 'kysely';
import type { Reading } from './database.ts';

/**
 * `build` makes the query with `mark(name)` wherever a value is bound, and compiles it. The result runs on any
 * connection or transaction. Throws where a mark was not bound exactly once, as a value of its own.
 */
export function hotQuery<Name extends string, Row>(
  names: readonly Name[],
  build: (db: Reading, mark: (name: Name) => string) => CompiledQuery<Row>,
): (db: Reading, given: Readonly<Record<Name, string>>) => Promise<Row[]> {
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
