/**
 * How the tests run: three files at a time, since some wait for processes. Files share their processes: what most of
 * them import is then read once, and a test that leaves something behind shows.
 */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    pool: 'forks',
    maxWorkers: 3,
    isolate: false,
    globalSetup: './test/support/global-setup.ts',
    testTimeout: 30_000,
    hookTimeout: 120_000,
    reporters: ['default', './test/support/closing-line.ts'],
  },
});
