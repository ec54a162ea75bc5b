/** WebKitGTK for its walk: the search for the browser, its driver, and a screen to draw on. */
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export interface WebKit {
  /** Path of WebKitWebDriver. */
  driver: string;
  /** Path of MiniBrowser, the browser that comes with the library. */
  browser: string;
  /** Path of Xvfb. Absent: drawn on the screen at hand. */
  screen?: string;
}

/** Advice in one line if there is no WebKitGTK. */
export const NO_WEBKIT =
  'No WebKitGTK runs here: on Debian and Ubuntu install webkit2gtk-driver, xvfb and gstreamer1.0-plugins-good.';

/** Folders in which distributions keep MiniBrowser, which is not meant for the PATH. */
const LIBRARY_FOLDERS = ['/usr/lib', '/usr/lib64', '/usr/libexec', '/usr/local/lib'] as const;
const BROWSER_FOLDERS = ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0'] as const;

/** Inputs of the search, replaceable in tests. */
export interface Surroundings {
  env: Readonly<Record<string, string | undefined>>;
  exists: (path: string) => boolean;
  /** Names of the entries of a folder; none if it is missing. */
  list: (folder: string) => string[];
}

const thisMachine: Surroundings = {
  env: process.env,
  exists: existsSync,
  list: (folder) => (existsSync(folder) ? readdirSync(folder) : []),
};

/** Undefined unless all that the walk needs is installed. */
export function findWebKit(around: Surroundings = thisMachine): WebKit | undefined {
  const driver = inPath('WebKitWebDriver', around);
  const browser = miniBrowsers(around).find(around.exists);
  const screen = inPath('Xvfb', around);
  const hasScreen = screen ?? around.env.DISPLAY ?? around.env.WAYLAND_DISPLAY;
  if (!driver || !browser || !hasScreen) return undefined;
  return { driver, browser, ...(screen && { screen }) };
}

function inPath(program: string, { env, exists }: Surroundings): string | undefined {
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, program)).find(exists);
}

/** Debian has a folder for each processor between the two: `/usr/lib/x86_64-linux-gnu`. */
function miniBrowsers({ list }: Surroundings): string[] {
  const folders = LIBRARY_FOLDERS.flatMap((folder) => [
    folder,
    ...list(folder)
      .filter((name) => name.includes('-linux-'))
      .map((name) => join(folder, name)),
  ]);
  return folders.flatMap((folder) =>
    BROWSER_FOLDERS.map((name) => join(folder, name, 'MiniBrowser')),
  );
}
