/**
 * Chromium for tests, benchmarks and the demo: its search and its flags. `setup-browser.ts`
 * installs one.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

const PATH_VARIABLES = [
  'CHROMIUM_PATH',
  'CHROME_PATH',
  'PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH',
] as const;

const SYSTEM_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
] as const;

const VERSION_LIMIT_MS = 30_000;

/** Advice in one line if there is no Chromium. */
export const NO_CHROMIUM =
  'No Chromium runs here: type "npm run setup:browser" to install one, or set CHROMIUM_PATH.';

export const isRoot = process.getuid?.() === 0;

/** Quiet and offline: no updates, no sync, no background requests. */
export const quietFlags: string[] = [
  // Chromium refuses to start as root with its sandbox, as in containers.
  ...(isRoot ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** WebGL on SwiftShader, available and identical on every machine. */
const softwareWebglFlags: string[] = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader'];

/**
 * Pages drawn by the processor itself, not by SwiftShader in the place of a graphics card, which takes
 * a fifth more time. WebGL stays.
 */
const plainDrawingFlags: string[] = ['--disable-gpu-compositing', '--disable-gpu-rasterization'];

/** Flags of all tests. */
export const chromiumFlags: string[] = [...quietFlags, ...softwareWebglFlags, ...plainDrawingFlags];

/**
 * Allows audio without a click, for tests of parts and the demo. Left out of e2e, where audio must
 * start with a click, as it does for a person.
 */
export const autoplayFlag = '--autoplay-policy=no-user-gesture-required';

/** Inputs of the search for a Chromium, replaceable in tests. */
export interface Surroundings {
  env: Readonly<Record<string, string | undefined>>;
  /** Path of Playwright's Chromium, downloaded or not. */
  playwrightPath: string;
  exists: (path: string) => boolean;
}

function thisMachine(): Surroundings {
  return { env: process.env, playwrightPath: chromium.executablePath(), exists: existsSync };
}

/** All installed Chromiums, best first: from a variable, Playwright's, the system's. */
export function chromiumCandidates(around: Surroundings = thisMachine()): string[] {
  const named = PATH_VARIABLES.map((name) => around.env[name] ?? '');
  const paths = [...named, around.playwrightPath, ...SYSTEM_PATHS];
  return [...new Set(paths)].filter((path) => path !== '' && around.exists(path));
}

/** First installed Chromium, exported as `CHROMIUM_PATH` for child processes. */
export function findChromium(): string | undefined {
  const [path] = chromiumCandidates();
  if (path !== undefined) process.env.CHROMIUM_PATH = path;
  return path;
}

/** Whether the program starts; false without its libraries, and for Ubuntu's pointer to a snap. */
function runs(path: string): boolean {
  return spawnSync(path, ['--version'], { timeout: VERSION_LIMIT_MS }).status === 0;
}

/** First Chromium that starts, exported as `CHROMIUM_PATH` for child processes. */
export function findWorkingChromium(): string | undefined {
  const path = chromiumCandidates().find(runs);
  if (path !== undefined) process.env.CHROMIUM_PATH = path;
  return path;
}

/** Like `findWorkingChromium`, but ends the process with one line if there is none. */
export function requireChromium(): string {
  const path = findWorkingChromium();
  if (path !== undefined) return path;
  console.error(NO_CHROMIUM);
  process.exit(1);
}
