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
    launchOptions: {
      executablePath: join(import.meta.dirname, '../scripts/firefox/bridge.ts'),
      firefoxUserPrefs: firefoxPreferences,
    },
  },
});
