/**
 * `npm run setup:browser`: installs a Chromium if none runs. Playwright's download comes first,
 * then its missing system libraries, then Debian's package; the last two only as root.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { findWorkingChromium, isRoot } from './chromium';

const DOWNLOAD_LIMIT_MS = 180_000;
const APT_LIMIT_MS = 300_000;

const mayInstallPackages = isRoot && existsSync('/usr/bin/apt-get');

function attempt(command: string, args: readonly string[], limitMs: number): void {
  console.log(`No Chromium runs here yet: ${[command, ...args].join(' ')}`);
  spawnSync(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: limitMs,
    killSignal: 'SIGKILL',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

function playwright(...args: string[]): void {
  const cli = join(import.meta.dirname, '../node_modules/playwright/cli.js');
  attempt(process.execPath, [cli, ...args], DOWNLOAD_LIMIT_MS);
}

const ways: readonly (() => void)[] = [
  () => playwright('install', '--no-shell', 'chromium'),
  () => {
    if (mayInstallPackages && existsSync(chromium.executablePath())) {
      playwright('install-deps', 'chromium');
    }
  },
  () => {
    if (!mayInstallPackages) return;
    attempt('apt-get', ['update'], APT_LIMIT_MS);
    const packages = ['chromium', 'fonts-liberation'];
    attempt('apt-get', ['install', '-y', '--no-install-recommends', ...packages], APT_LIMIT_MS);
  },
];

let path = findWorkingChromium();
for (const way of ways) {
  if (path !== undefined) break;
  way();
  path = findWorkingChromium();
}
if (path !== undefined) {
  console.log(`Chromium: ${path}`);
} else {
  const advice = 'Type "npx playwright install --with-deps chromium" as root';
  console.error(`No Chromium could be installed. ${advice}, or set CHROMIUM_PATH.`);
  process.exitCode = 1;
}
