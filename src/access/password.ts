/** Passwords: slow to guess, never kept as they are. */
import { scrypt, timingSafeEqual } from 'node:crypto';
import pLimit from 'p-limit';

/**
 * scrypt with N = 2^15, r = 8, p = 3: 32 MiB and some 200 ms for each guess, one of the equal settings of the OWASP
 * Password Storage Cheat Sheet. They stand in each hash, so that they can be raised and old passwords still be checked.
 */
const settings = { cost: 2 ** 15, blockSize: 8, parallelization: 3 } as const;
const saltBytes = 16;
const hashBytes = 32;
/** scrypt takes 128 · N · r bytes, and refuses to start where it may not take a little more. */
const maxMemory = 64 * 1024 * 1024;
/** At once: each takes a thread of the pool that the database and files need too. */
const concurrency = 2;

type Kept = { readonly cost: number; readonly blockSize: number; readonly parallelization: number };

/** Makes and checks what is kept of passwords. */
export type Passwords = ReturnType<typeof passwords>;

/** `randomHex` makes the salts. */
export function passwords(randomHex: (bytes: number) => string) {
  const inTurn = pLimit(concurrency);
  // What somebody is checked against who has no password: the answer must take as long as for those who have one.
  const decoy = `scrypt$${settings.cost}$${settings.blockSize}$${settings.parallelization}$${'0'.repeat(2 * saltBytes)}$${'0'.repeat(2 * hashBytes)}`;
  return {
    /** What to keep of a password: the settings, a new salt, the hash. */
    async kept(password: string): Promise<string> {
      const salt = randomHex(saltBytes);
      const hash = await inTurn(() => derive(password, Buffer.from(salt, 'hex'), settings));
      const { cost, blockSize, parallelization } = settings;
      return ['scrypt', cost, blockSize, parallelization, salt, hash.toString('hex')].join('$');
    },

    /** Whether it is the password of which this was kept. Takes the same time for `null`, which is nobody's. */
    async isRight(password: string, kept: string | null): Promise<boolean> {
      const [, cost = '', blockSize = '', parallelization = '', salt = '', hash = ''] = (kept ?? decoy).split('$');
      const under = {
        cost: Number(cost),
        blockSize: Number(blockSize),
        parallelization: Number(parallelization),
      };
      const found = await inTurn(() => derive(password, Buffer.from(salt, 'hex'), under));
      return timingSafeEqual(found, Buffer.from(hash, 'hex')) && kept !== null;
    },
  };
}

/** Two keyboards may spell one letter in two ways (NIST SP 800-63B §3.1.1.2 asks for a normal form). */
function derive(password: string, salt: Buffer, under: Kept): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, hashBytes, { ...under, maxmem: maxMemory }, (error, hash) => {
      if (error) reject(error);
      else resolve(hash);
    });
  });
}
