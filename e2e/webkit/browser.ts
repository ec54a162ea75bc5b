/** MiniBrowser under its driver, on a screen and in a home folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findWebKit, NO_WEBKIT } from '../../scripts/webkit';
import { WebDriver } from './webDriver';

const START_LIMIT_MS = 30_000;
const WINDOW = { width: 1360, height: 900 };

export interface Browser {
  driver: WebDriver;
  /** Folder into which it saves. */
  downloads: string;
  /** Ends it and removes its files. */
  end(): Promise<void>;
}

/** @throws Error where it does not start */
export async function startBrowser(): Promise<Browser> {
  const found = findWebKit();
  if (!found) throw new Error(NO_WEBKIT);
  const home = await mkdtemp(join(tmpdir(), 'etude-webkit-'));
  const downloads = join(home, 'downloads');
  const ends: (() => Promise<void>)[] = [() => rm(home, { recursive: true, force: true })];
  const end = async (): Promise<void> => {
    for (const each of ends.reverse()) await each().catch(() => undefined);
  };
  try {
    await mkdir(downloads);
    await writeFile(join(home, 'user-dirs.dirs'), `XDG_DOWNLOAD_DIR="${downloads}"\n`);
    const env: NodeJS.ProcessEnv = {
      ...process.env,
      HOME: home,
      XDG_CONFIG_HOME: home,
      XDG_CACHE_HOME: join(home, 'cache'),
      XDG_DATA_HOME: join(home, 'data'),
    };
    if (found.screen) {
      const screen = await startScreen(found.screen);
      ends.push(() => endProcess(screen.process));
      env.DISPLAY = `:${screen.display}`;
    }
    const port = await freePort();
    const server = spawn(found.driver, [`--port=${port}`, '--host=127.0.0.1'], {
      env,
      stdio: 'ignore',
    });
    ends.push(() => endProcess(server));
    const address = `http://127.0.0.1:${port}`;
    await answers(`${address}/status`);
    const driver = await WebDriver.open(address, {
      'webkitgtk:browserOptions': {
        binary: found.browser,
        args: ['--automation'],
      },
    });
    ends.push(() => driver.close());
    await driver.resize(WINDOW.width, WINDOW.height);
    return { driver, downloads, end };
  } catch (error) {
    await end();
    throw error;
  }
}

/** @returns the display that Xvfb chose */
async function startScreen(path: string): Promise<{ process: ChildProcess; display: number }> {
  const size = `${WINDOW.width}x${WINDOW.height}x24`;
  const screen = spawn(path, ['-displayfd', '3', '-screen', '0', size, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const display = await new Promise<number>((resolve, reject) => {
    screen.once('exit', (status) => reject(new Error(`Xvfb ended with status ${status}.`)));
    screen.stdio[3]?.once('data', (text: Buffer) => resolve(Number(text.toString())));
  });
  return { process: screen, display };
}

function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill();
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address
          ? resolve(address.port)
          : reject(new Error('No port')),
      );
    });
  });
}

/** Waits until a server answers. */
async function answers(address: string): Promise<void> {
  const limit = performance.now() + START_LIMIT_MS;
  for (;;) {
    try {
      await fetch(address);
      return;
    } catch (error) {
      if (performance.now() > limit) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
