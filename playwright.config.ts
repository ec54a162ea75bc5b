import { defineConfig } from 'playwright/test';
import { suite } from './e2e/suite.ts';
import { chromiumFlags, findChromium } from './scripts/chromium.ts';

/** Whole-app tests against the built app, in real Chromium. `e2e/firefox.config.ts` has Firefox. */
export default defineConfig(suite, {
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath: findChromium(), args: chromiumFlags },
  },
});
