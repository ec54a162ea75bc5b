/** Search for an installed Firefox: any stock one that speaks WebDriver BiDi. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const PATH_VARIABLE = 'FIREFOX_PATH';

const SYSTEM_PATHS = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/usr/local/bin/firefox',
  '/opt/firefox/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
] as const;

const VERSION_LIMIT_MS = 30_000;

/** Advice in one line if there is no Firefox. */
export const NO_FIREFOX =
  'No Firefox runs here: install one (on Debian, as root, "apt-get install firefox-esr"), or set FIREFOX_PATH.';

/** Inputs of the search for a Firefox, replaceable in tests. */
export interface FirefoxSurroundings {
  env: Readonly<Record<string, string | undefined>>;
  exists: (path: string) => boolean;
}

/** All installed Firefoxes, best first: from the variable, then the system's. */
export function firefoxCandidates(
  { env, exists }: FirefoxSurroundings = { env: process.env, exists: existsSync },
): string[] {
  const paths = [env[PATH_VARIABLE] ?? '', ...SYSTEM_PATHS];
  return [...new Set(paths)].filter((path) => path !== '' && exists(path));
}

/** Version in words such as "Mozilla Firefox 153.7.0esr"; undefined where the program does not start. */
export function firefoxVersion(path: string): string | undefined {
  const { status, stdout } = spawnSync(path, ['--version'], {
    timeout: VERSION_LIMIT_MS,
    encoding: 'utf8',
  });
  return status === 0 ? stdout.trim() : undefined;
}

/** First Firefox that starts, exported as `FIREFOX_PATH` for child processes. */
export function findWorkingFirefox(): string | undefined {
  const path = firefoxCandidates().find((candidate) => firefoxVersion(candidate) !== undefined);
  if (path !== undefined) process.env[PATH_VARIABLE] = path;
  return path;
}
