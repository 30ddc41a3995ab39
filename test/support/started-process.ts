/** The service or a command as a process of its own, as a person starts it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

export type Ended = { readonly status: number | null; readonly out: string; readonly err: string };

/** Run a command of the CLI to its end. */
export async function runCli(
  args: readonly string[],
  given: { readonly env?: Record<string, string>; readonly input?: string | Uint8Array } = {},
): Promise<Ended> {
  const child = spawn(process.execPath, ['src/cli/main.ts', ...args], { cwd: root, env: environment(given.env) });
  const ended = once(child, 'close');
  child.stdin.on('error', () => {}); // A command may end before it has read everything.
  child.stdin.end(given.input ?? '');
  const [out, err] = await Promise.all([textOf(child.stdout), textOf(child.stderr)]);
  const [status] = await ended;
  return { status, out, err };
}

export type StartedService = {
  readonly url: string;
  readonly signInLink: string;
  readonly pid: number;
  /** Everything it printed until it was ready. */
  readonly printed: readonly string[];
  /** End it by a signal; gives back its exit status, `null` where the signal ended it. */
  readonly end: (signal: 'SIGTERM' | 'SIGKILL') => Promise<number | null>;
};

/** Start the service; resolves once it has printed its sign-in link. */
export async function startService(env: Record<string, string>): Promise<StartedService> {
  const child = spawn(process.execPath, ['src/main.ts'], {
    cwd: root,
    env: environment({ PORT: '0', LOG_LEVEL: 'warn', ...env }),
  });
  const closed = once(child, 'close');
  const errors = textOf(child.stderr);
  const printed: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    printed.push(line);
    const link = /^Sign in\s+(\S+)/.exec(line)?.[1];
    if (link === undefined) continue;
    child.stdout.resume();
    return {
      url: new URL(link).origin,
      signInLink: link,
      pid: child.pid ?? 0,
      printed,
      end: async (signal) => {
        child.kill(signal);
        const [status] = await closed;
        return status;
      },
    };
  }
  throw new Error(`The service did not start.\n${printed.join('\n')}\n${await errors}`);
}

/** Start the service and kill it `afterMs` later, wherever it is by then: starting, migrating, drafting. */
export async function startAndKill(env: Record<string, string>, afterMs: number): Promise<void> {
  const child = spawn(process.execPath, ['src/main.ts'], {
    cwd: root,
    env: environment({ PORT: '0', LOG_LEVEL: 'silent', ...env }),
    stdio: 'ignore',
  });
  const closed = once(child, 'close');
  await pause(afterMs);
  if (!child.kill('SIGKILL')) throw new Error(`The service ended by itself within ${afterMs} ms.`);
  await closed;
}

function environment(more: Record<string, string> = {}): Record<string, string | undefined> {
  const clean = { OPENAI_API_KEY: '', OPENAI_BASE_URL: '', NO_COLOR: '1', FORCE_COLOR: '0' };
  return { ...process.env, ...clean, ...more };
}

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const chunk of stream) text += String(chunk);
  return text;
}
