/**
 * The form free text has in a column, so that every JavaScript string comes back as it was.
 * PostgreSQL refuses U+0000, and in UTF-8 all lone surrogates become the same three bytes.
 */

/** A lone surrogate or U+0000, or the backslash that marks an escape. */
const unsafe = /[\\\0]|\p{Surrogate}/gu;
const escaped = /\\(?:\\|u([0-9a-f]{4}))/g;

/** `text` with backslashes doubled, and U+0000 and lone surrogates written as `\uXXXX`. Equal texts stay equal. */
export function escapeText(text: string): string {
  return text.replace(unsafe, (unit) =>
    unit === '\\' ? '\\\\' : `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** What `escapeText` was given. */
export function unescapeText(column: string): string {
  return column.replace(escaped, (_, code: string | undefined) =>
    code === undefined ? '\\' : String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** The same for a column that may be empty. */
export function escapeNullable(text: string | null): string | null {
  return text === null ? null : escapeText(text);
}

/** The same for a column that may be empty. */
export function unescapeNullable(column: string | null): string | null {
  return column === null ? null : unescapeText(column);
}
