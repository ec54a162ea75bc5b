/** What the suite's configurations share, whatever the browser: the built app and its server. */
import { join } from 'node:path';
import type { PlaywrightTestConfig } from 'playwright/test';

/** Another one lets two suites run side by side. */
const PORT = Number(process.env.E2E_PORT ?? 4173);
const ROOT = join(import.meta.dirname, '..');

export const suite: PlaywrightTestConfig = {
  testDir: import.meta.dirname,
  timeout: 180_000,
  expect: { timeout: 30_000 },
  fullyParallel: false,
  // Most tests wait more than they compute.
  workers: 2,
  forbidOnly: true,
  reporter: [['list']],
  outputDir: join(ROOT, 'test-results'),
  use: {
    baseURL: `http://localhost:${PORT}/`,
    viewport: { width: 1360, height: 900 },
    colorScheme: 'light',
    acceptDownloads: true,
    actionTimeout: 30_000,
    // Traces take half as much time again, in Firefox as much again: `TRACE=1` keeps those of failures.
    trace: process.env.TRACE === undefined ? 'off' : 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
  webServer: {
    command: `npx vite preview --port ${PORT} --strictPort`,
    cwd: ROOT,
    url: `http://localhost:${PORT}`,
    reuseExistingServer: false,
    timeout: 60_000,
  },
};
