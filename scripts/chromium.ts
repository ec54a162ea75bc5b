/**
 * The Chromium that tests, benchmarks and the demo drive: where it is looked for, and the flags
 * that it is started with. `setup-browser.ts` installs one.
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

/** What to do where there is no Chromium, in one line. */
export const NO_CHROMIUM =
  'No Chromium runs here: type "npm run setup:browser" to install one, or set CHROMIUM_PATH.';

export const isRoot = process.getuid?.() === 0;

/** Quiet and offline: no updates, no sync, no requests of the browser's own. */
export const quietFlags: string[] = [
  // Chromium refuses to start as root with its sandbox on, which is how containers run it.
  ...(isRoot ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** WebGL by SwiftShader, so that a machine without a GPU has it and every machine has the same. */
const softwareWebglFlags: string[] = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader'];

/** What every test starts Chromium with. */
export const chromiumFlags: string[] = [...quietFlags, ...softwareWebglFlags];

/**
 * Lets audio start without a click, for tests of parts and the demo. Left out of e2e, where audio
 * has to start as it does for a person: in the click.
 */
export const autoplayFlag = '--autoplay-policy=no-user-gesture-required';

/** What the search for a Chromium looks at; tests put their own here. */
export interface Surroundings {
  env: Readonly<Record<string, string | undefined>>;
  /** Where Playwright puts its own Chromium, whether or not it has been downloaded. */
  playwrightPath: string;
  exists: (path: string) => boolean;
}

function thisMachine(): Surroundings {
  return { env: process.env, playwrightPath: chromium.executablePath(), exists: existsSync };
}

/** Every Chromium on disk, best first: a variable's, Playwright's own, the system's. */
export function chromiumCandidates(around: Surroundings = thisMachine()): string[] {
  const named = PATH_VARIABLES.map((name) => around.env[name] ?? '');
  const paths = [...named, around.playwrightPath, ...SYSTEM_PATHS];
  return [...new Set(paths)].filter((path) => path !== '' && around.exists(path));
}

/** The first Chromium on disk, exported as `CHROMIUM_PATH` for child processes. */
export function findChromium(): string | undefined {
  const [path] = chromiumCandidates();
  if (path !== undefined) process.env.CHROMIUM_PATH = path;
  return path;
}

/** Tells a working program from one that lacks libraries, or from Ubuntu's pointer to a snap. */
function runs(path: string): boolean {
  return spawnSync(path, ['--version'], { timeout: VERSION_LIMIT_MS }).status === 0;
}

/** The first Chromium that starts, exported as `CHROMIUM_PATH` for child processes. */
export function findWorkingChromium(): string | undefined {
  const path = chromiumCandidates().find(runs);
  if (path !== undefined) process.env.CHROMIUM_PATH = path;
  return path;
}

/** As `findWorkingChromium`; ends the process with one line where there is none. */
export function requireChromium(): string {
  const path = findWorkingChromium();
  if (path !== undefined) return path;
  console.error(NO_CHROMIUM);
  process.exit(1);
}
