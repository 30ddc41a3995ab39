/** A real browser for tests: one named by CHROME_PATH, one of the system, or the one that comes with the packages. */
import { existsSync, mkdirSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';

const systemBrowsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Starts a browser without a window. Throws with what to do where there is none; tests are never skipped for it. */
export async function startBrowser(): Promise<Browser> {
  const executablePath = await browserPath();
  // Chromium refuses its sandbox to root, and to nobody else.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath, args });
}

async function browserPath(): Promise<string> {
  const named = process.env['CHROME_PATH'];
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROME_PATH is ${named}, and nothing is there. Set it to a Chromium or Chrome, or unset it.`);
  }
  return systemBrowsers.find((path) => existsSync(path)) ?? (await packagedBrowser());
}

/**
 * Unpacked once, beside the packages, where a clean-up of the system's temporary files does not reach it.
 * Test files run side by side: each unpacks into a folder of its own, and whoever is first to rename it wins, so that
 * nobody starts a browser that is half unpacked.
 */
async function packagedBrowser(): Promise<string> {
  const unpacked = fileURLToPath(new URL('../../node_modules/.cache/chromium', import.meta.url));
  const path = join(unpacked, 'chromium');
  if (existsSync(path)) return path;
  const unfinished = `${unpacked}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = unfinished;
  try {
    const { default: packaged } = await import('@sparticuz/chromium');
    await packaged.executablePath();
  } catch (cause) {
    throw new Error('No browser was found. Install Chromium or Chrome, or set CHROME_PATH to one.', { cause });
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
  await rename(unfinished, unpacked).catch(() => rm(unfinished, { recursive: true }));
  return path;
}
