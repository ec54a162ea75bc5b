import { playwright } from '@vitest/browser-playwright';
import { defineConfig, mergeConfig } from 'vitest/config';
import { chromiumFlags, findChromium } from './scripts/chromium.ts';
import { isolationHeaders } from './src/offline/headers.ts';
import viteConfig from './vite.config.ts';

/**
 * Three projects: `node` for pure code, `browser` for what needs one, `webkit` for the walk through
 * the built app in WebKitGTK.
 */
export default mergeConfig(
  viteConfig,
  defineConfig({
    test: {
      globalSetup: './scripts/assets.ts',
      // Default: one fewer than the cores, which leaves half of a small machine idle.
      maxWorkers: '100%',
      // Files that no unit test loads are left out; the browser tests cover most of those.
      coverage: { exclude: ['scripts/**', 'bench/**'], reporter: ['text-summary', 'html'] },
      projects: [
        {
          extends: true,
          test: {
            name: 'node',
            setupFiles: './scripts/skipReasons.ts',
            environment: 'node',
            include: ['{src,scripts,bench}/**/*.test.ts'],
            exclude: ['**/*.browser.test.ts', '**/.venv/**'],
            testTimeout: 120_000,
          },
        },
        {
          extends: true,
          server: { headers: isolationHeaders },
          test: {
            name: 'browser',
            setupFiles: './scripts/skipReasons.ts',
            include: ['src/**/*.browser.test.{ts,tsx}'],
            testTimeout: 180_000,
            // A busy machine draws no frame within the second that is the default.
            expect: { poll: { timeout: 15_000 } },
            fileParallelism: false,
            browser: {
              enabled: true,
              // HEADED=1 shows the window, for DevTools.
              headless: process.env.HEADED === undefined,
              screenshotFailures: false,
              provider: playwright({
                launchOptions: {
                  executablePath: findChromium(),
                  args: chromiumFlags,
                },
              }),
              instances: [{ browser: 'chromium' }],
            },
          },
        },
        {
          extends: true,
          test: {
            name: 'webkit',
            environment: 'node',
            include: ['e2e/webkit/*.walk.ts'],
            testTimeout: 300_000,
            expect: { poll: { timeout: 120_000, interval: 250 } },
          },
        },
      ],
    },
  }),
);
