/** Counts with their noun. */

/** "1 line", "4 lines". The plural is the singular with an s unless given. */
export function count(number: number, singular: string, plural = `${singular}s`): string {
  return `${number.toLocaleString('en-US')} ${number === 1 ? singular : plural}`;
}
