/** Lets a server of the HTTP bench say how much processor time it has used: no client can be in the way of that number. */

/** Answers each message of the bench with the microseconds this process has computed so far. */
export function tellCpu(): void {
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send?.({ cpuMicros: user + system });
  });
}
