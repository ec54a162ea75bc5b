/** The same tests in a stock Firefox, over WebDriver BiDi: `npm run test:firefox`. */
import { join } from 'node:path';
import { defineConfig } from 'playwright/test';
import { findWorkingFirefox, NO_FIREFOX } from '../scripts/firefox/findFirefox.ts';
import { firefoxPreferences } from '../scripts/firefox/preferences.ts';
import { suite } from './suite.ts';

if (findWorkingFirefox() === undefined) throw new Error(NO_FIREFOX);

export default defineConfig(suite, {
  use: {
    browserName: 'firefox',
    channel: 'moz-firefox',
    // Without a window Firefox has no WebGL: `HEADED=1 xvfb-run -a npm run test:firefox` has it.
    headless: process.env.HEADED === undefined,
    launchOptions: {
      executablePath: join(import.meta.dirname, '../scripts/firefox/bridge.ts'),
      // For the preference by which the bridge sets the colours of pages.
      args: ['--remote-allow-system-access'],
      firefoxUserPrefs: firefoxPreferences,
    },
  },
});
