/** Times by processor time, the least of several rounds: what a piece of work takes, whatever else the machine does. */

/** Microseconds a line. The first rounds run uncompiled; the least of the rest counts. */
export function microseconds(lines: readonly string[], work: (line: string) => number | boolean, rounds = 15): number {
  let least = Number.POSITIVE_INFINITY;
  let kept = 0;
  for (let round = 0; round < rounds; round++) {
    const before = process.cpuUsage();
    for (const line of lines) kept += Number(work(line));
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / lines.length);
  }
  // The sum is used, so that no engine may leave the work out.
  if (Number.isNaN(kept)) throw new Error('the work came to nothing');
  return least;
}

/** Every character looked at once: the limit for anything that reads a line. */
export function bareScan(line: string): number {
  let sum = 0;
  for (let at = 0; at < line.length; at++) sum += line.charCodeAt(at);
  return sum;
}
