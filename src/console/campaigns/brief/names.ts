/** External ids made of names, for those who have no campaign tool that gives them. */

/** "Coat buyers, January" becomes "coat-buyers-january". */
export function slug(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase();
  return plain
    .replaceAll(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 100);
}

/** The id that goes with a new name: one that was made of the old name follows, one that somebody chose stays. */
export function followingId(id: string, oldName: string, newName: string): string | undefined {
  if (id !== '' && id !== slug(oldName)) return id;
  return slug(newName) || undefined;
}
