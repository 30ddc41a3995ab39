/** Seals secrets with AES-256-GCM under a key of the settings, or one made at the first start (docs/adr/0027). */
import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Moment } from './ports/moment.ts';
import type { Sealing } from './ports/sealing.ts';

const mark = 'sealed:v1';
const ivBytes = 12;
const tagBytes = 16;

type Key = { readonly id: string; readonly bytes: Buffer };

/** `keys` are 32 bytes in base64: the first seals, all open. With none, the one in `keyFile` does both. */
export function secretSealing(parts: {
  readonly keys: readonly string[];
  readonly keyFile: string;
  readonly randomHex: Moment['randomHex'];
}): Sealing {
  const { randomHex } = parts;
  let known: readonly Key[] | null = null;
  // Made when it is first needed: a command that touches no secret leaves no key behind.
  const keys = (): readonly Key[] => {
    known ??= (parts.keys.length > 0 ? parts.keys : [keyIn(parts.keyFile, randomHex)]).map(keyOf);
    return known;
  };
  const isSealed = (kept: string) => kept.startsWith(`${mark}:`);
  return {
    seal: (secret, of) => {
      const [key] = keys();
      if (!key) throw new Error('There is no key to seal secrets with.');
      const iv = Buffer.from(randomHex(ivBytes), 'hex');
      const cipher = createCipheriv('aes-256-gcm', key.bytes, iv).setAAD(Buffer.from(of));
      const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      return `${mark}:${key.id}:${Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')}`;
    },
    open: (kept, of) => {
      if (!isSealed(kept)) return kept;
      const [keyId, sealed] = kept.slice(mark.length + 1).split(':');
      const key = keys().find(({ id }) => id === keyId);
      if (!key || sealed === undefined) throw new Error(`No key here opens a secret that key ${keyId} sealed.`);
      const bytes = Buffer.from(sealed, 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', key.bytes, bytes.subarray(0, ivBytes))
        .setAAD(Buffer.from(of))
        .setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
      return Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]).toString('utf8');
    },
    isSealed,
    isCurrent: (kept) => kept.startsWith(`${mark}:${keys()[0]?.id}:`),
  };
}

/** Where a key is kept that no setting names: beside the database file, or under `var/`. */
export function secretKeyFile(databaseUrl: string): string {
  const file = /^sqlite:(?!:memory:)(.+)$/.exec(databaseUrl)?.[1];
  return join(file === undefined ? 'var' : dirname(file), 'webhook-secrets.key');
}

/** The key of a file, made where there is none; two processes that start at once end with the same. */
function keyIn(file: string, randomHex: Moment['randomHex']): string {
  mkdirSync(dirname(file), { recursive: true });
  const made = `${file}.${randomHex(6)}`;
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  writeFileSync(made, `${Buffer.from(randomHex(32), 'hex').toString('base64')}\n`, { mode: 0o600 });
  try {
    // A link is there whole or not at all, and never in the place of another.
    linkSync(made, file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    rmSync(made);
  }
  return readFileSync(file, 'utf8').trim();
}

function keyOf(base64: string): Key {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length !== 32) throw new Error('A key for secrets must be 32 bytes in base64.');
  return { id: createHash('sha256').update(bytes).digest('hex').slice(0, 8), bytes };
}
