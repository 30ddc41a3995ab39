/** Memory of `cli check` while a million lines pass through it: flat, and under the limit. Linux only (/proc). */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import packageFile from '../package.json' with { type: 'json' };

const lineCount = Number(process.argv[2] ?? 1_000_000);
const limitMb = 300;
const root = fileURLToPath(new URL('..', import.meta.url));
// As `npm run cli` starts it, flags and all, but without npm between, whose memory is not meant.
const [, ...flags] = packageFile.scripts.cli.split(' ');
const child = spawn(process.execPath, [...flags, 'check', '--brand', 'tilden-row'], {
  cwd: root,
  stdio: ['pipe', 'pipe', 'inherit'],
});

let answers = 0;
child.stdout.on('data', (chunk: Buffer) => {
  for (const byte of chunk) if (byte === 10) answers += 1;
});
const samples: number[] = [];
const sampling = setInterval(() => samples.push(residentMb()), 250);
const startedAt = performance.now();
for (let at = 0; at < lineCount; at += 1_000) {
  const lines = Array.from({ length: Math.min(1_000, lineCount - at) }, (_, index) => lineNumber(at + index));
  if (!child.stdin.write(`${lines.join('\n')}\n`)) await once(child.stdin, 'drain');
}
child.stdin.end();
await once(child, 'close');
clearInterval(sampling);

const seconds = (performance.now() - startedAt) / 1000;
const quarter = Math.ceil(samples.length / 4);
const peaks = [0, 1, 2, 3].map((part) => Math.max(0, ...samples.slice(part * quarter, (part + 1) * quarter)));
console.log(`cli check, ${lineCount} lines, ${answers} answers, ${seconds.toFixed(1)} s`);
console.log(`resident memory, peak per quarter of the run, MB: ${peaks.map((peak) => peak.toFixed(0)).join(', ')}`);
console.log(`peak over the limit of ${limitMb} MB: ${(Math.max(...peaks) / limitMb).toFixed(2)}`);
console.log(`last quarter over the first: ${((peaks[3] ?? 0) / (peaks[0] || 1)).toFixed(2)}`);
if (answers !== lineCount) process.exitCode = 1;

function residentMb(): number {
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
}

/** Lines as a brand writes them, no two alike, some with a tag, some that are blocked. */
function lineNumber(number: number): string {
  const shapes = [
    `The linen shirt, in ${number} good ways`,
    `{{ first_name|default:'there' }}, coat number ${number} is in`,
    `What goes with jeans no. ${number}`,
    `{{ first_name }}, a cheap coat for day ${number}`,
  ];
  return shapes[number % shapes.length] ?? '';
}
