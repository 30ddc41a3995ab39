/** Lists in conditions. */

/** `list`, or where it is empty one that finds nothing: PostgreSQL refuses `in ()`, and no id is empty. */
export function among(list: readonly string[]): readonly string[] {
  return list.length > 0 ? list : [''];
}
