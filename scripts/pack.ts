/**
 * What `npm pack` runs before and after it packs: builds `lib/`, and puts a package.json in place that does not carry
 * the runtime, the tools and the tests along. The repository's own is kept beside it meanwhile, and put back.
 */
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod';
import { command, library, packageFiles } from './package-files.ts';

const manifest = 'package.json';
const kept = 'package.json.kept';

const Manifest = z.looseObject({
  scripts: z.record(z.string(), z.string()).optional(),
  dependencies: z.record(z.string(), z.string()),
});

if (process.argv[2] === 'before') prepare();
else if (process.argv[2] === 'after') putBack();
else throw new Error('Say before or after; npm pack says it by itself.');

function prepare(): void {
  putBack();
  const { files, packages } = packageFiles();
  rmSync('lib', { recursive: true, force: true });
  for (const [path, text] of files) write(path, text);
  copyFileSync('src/node-version.cjs', 'lib/node-version.cjs');
  // An old Node must get its sentence before it reads a file that it cannot.
  write(command, "#!/usr/bin/env node\nrequire('./node-version.cjs');\nimport('./cli/main.js');\n");
  chmodSync(command, 0o755);
  const packed = `${JSON.stringify(packedManifest(packages), null, 2)}\n`;
  copyFileSync(manifest, kept);
  replaceManifest(packed);
}

/** Where a pack was killed, the repository's package.json is still the kept one; where somebody mended it, theirs holds. */
function putBack(): void {
  if (!existsSync(kept)) return;
  const isPacked = !existsSync(manifest) || readManifest().scripts === undefined;
  if (isPacked) renameSync(kept, manifest);
  else rmSync(kept);
}

function packedManifest(packages: readonly string[]): object {
  const { name, version, description, license, type, engines, dependencies } = readManifest();
  const pinned = packages.map((needed) => {
    const pin = dependencies[needed];
    if (pin === undefined) throw new Error(`What is packed imports ${needed}, which is not among the dependencies.`);
    return [needed, pin];
  });
  return {
    name,
    version,
    description,
    license,
    type,
    engines,
    bin: { linewright: command },
    exports: { './guardrails': { types: `./${library}.d.ts`, default: `./${library}.js` } },
    files: ['lib', 'data'],
    dependencies: Object.fromEntries(pinned),
  };
}

function readManifest(): z.infer<typeof Manifest> {
  return Manifest.parse(JSON.parse(readFileSync(manifest, 'utf8')));
}

function replaceManifest(text: string): void {
  const unfinished = `${manifest}.${process.pid}`;
  writeFileSync(unfinished, text);
  renameSync(unfinished, manifest);
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
