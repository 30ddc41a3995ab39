/**
 * The one place that knows both spellings of a name: camelCase here, snake_case in the database. Kysely's own plugin
 * copies every query to spell it, which takes longer than SQLite takes to run most of them; so the compilers of both
 * dialects spell names as they write them.
 */
import type { KyselyPlugin, PluginTransformQueryArgs, PluginTransformResultArgs } from 'kysely';

/** `approvedAt` as the database spells it: `approved_at`. */
export const inSnakeCase = remembering((name) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));

const inCamelCase = remembering((name) => name.replaceAll(/_([a-z0-9])/g, (_, next: string) => next.toUpperCase()));

/** Gives rows their names as they are spelled here. */
export const camelCaseRows: KyselyPlugin = {
  transformQuery: ({ node }: PluginTransformQueryArgs) => node,
  transformResult: async ({ result }: PluginTransformResultArgs) =>
    result.rows.length === 0 ? result : { ...result, rows: result.rows.map(inCamelCaseRow) },
};

function inCamelCaseRow(row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const spelled: Record<string, unknown> = {};
  for (const name of Object.keys(row)) spelled[inCamelCase(name)] = row[name];
  return spelled;
}

/** There are as many names as columns and aliases in the source. */
function remembering(spell: (name: string) => string): (name: string) => string {
  const known = new Map<string, string>();
  return (name) => {
    const spelled = known.get(name) ?? spell(name);
    known.set(name, spelled);
    return spelled;
  };
}
