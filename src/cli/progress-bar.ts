/** A bar while something long runs: redrawn in place on a terminal, a line now and then elsewhere. */

/** Where the bar is drawn. */
export type BarOutput = { readonly isTTY?: boolean; readonly write: (text: string) => unknown };

/** Draws `done` of `total`; call `end` once. */
export function progressBar(output: BarOutput, total: number, noun: string) {
  let lastTenth = -1;
  let lastTrouble = '';
  return {
    /** `trouble` is what holds things up; where it changes, it is said at once. */
    show(done: number, note = '', trouble = ''): void {
      const share = total === 0 ? 1 : done / total;
      const tenth = Math.floor(share * 10);
      if (!output.isTTY && tenth === lastTenth && trouble === lastTrouble) return;
      lastTenth = tenth;
      lastTrouble = trouble;
      const filled = Math.round(share * 30);
      const bar = `[${'#'.repeat(filled)}${'.'.repeat(30 - filled)}]`;
      const words = `${bar} ${done} of ${total} ${noun}${note && `, ${note}`}${trouble && `. ${trouble}`}`;
      output.write(output.isTTY ? `\r\u001b[2K${words}` : `${words}\n`);
    },
    end(): void {
      if (output.isTTY) output.write('\n');
    },
  };
}
