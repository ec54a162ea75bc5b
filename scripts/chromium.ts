/**
 * The Chromium that tests, benchmarks and the demo drive: where it is looked for, how one is
 * installed where there is none, and the flags that it is started with.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
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

const DOWNLOAD_LIMIT_MS = 180_000;
const APT_LIMIT_MS = 300_000;
const VERSION_LIMIT_MS = 30_000;

const ADVICE =
  'No Chromium runs here: set CHROMIUM_PATH to one, or run "npx playwright install --with-deps chromium".';

const isRoot = process.getuid?.() === 0;

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
export const softwareWebglFlags: string[] = [
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];

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

function findRunning(): string | undefined {
  const path = chromiumCandidates().find(runs);
  if (path !== undefined) process.env.CHROMIUM_PATH = path;
  return path;
}

function attempt(command: string, args: string[], limitMs: number): void {
  console.error(`No Chromium runs here yet: ${[command, ...args].join(' ')}`);
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

/**
 * A Chromium that starts, installed where there is none: Playwright's download, with the
 * libraries it needs where we may install them, and else Debian's package.
 */
export function obtainChromium(): { ok: true; path: string } | { ok: false; reason: string } {
  const mayInstallPackages = isRoot && existsSync('/usr/bin/apt-get');
  const steps = [
    () => playwright('install', '--no-shell', 'chromium'),
    () => {
      if (!mayInstallPackages || !existsSync(chromium.executablePath())) return;
      playwright('install-deps', 'chromium');
    },
    () => {
      if (!mayInstallPackages) return;
      attempt('apt-get', ['update'], APT_LIMIT_MS);
      attempt(
        'apt-get',
        ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation'],
        APT_LIMIT_MS,
      );
    },
  ];
  let path = findRunning();
  for (const step of steps) {
    if (path !== undefined) break;
    step();
    path = findRunning();
  }
  return path === undefined ? { ok: false, reason: ADVICE } : { ok: true, path };
}

/** As `obtainChromium`; where none can be had, says in one line what to do and ends the process. */
export function ensureChromium(): string {
  const obtained = obtainChromium();
  if (obtained.ok) return obtained.path;
  console.error(obtained.reason);
  process.exit(1);
}
