/** Starts candidates, each in a new Chromium, so that nothing is compiled beforehand. */
import { fileURLToPath } from 'node:url';
import { chromium, type Page, type Worker } from 'playwright';
import { build, preview } from 'vite';
import { requireKernels } from '../../scripts/assets';
import { chromiumFlags, quietFlags, requireChromium } from '../../scripts/chromium';
// Types of a candidate's global scope.
import type {} from '../page/candidate';

const READY_LIMIT_MS = 60_000;

export interface Site {
  address: string;
  close(): Promise<void>;
}

/** Builds the page and serves it, cross-origin isolated. */
export async function serveSite(): Promise<Site> {
  requireKernels();
  const configFile = fileURLToPath(new URL('../vite.config.ts', import.meta.url));
  await build({ configFile, logLevel: 'error' });
  const server = await preview({ configFile, logLevel: 'warn' });
  const address = server.resolvedUrls?.local[0];
  if (address === undefined) throw new Error('The preview server has no address.');
  return { address, close: () => server.close() };
}

export type Side = 'ours' | 'tf-layers' | 'quality' | 'pretrain' | 'sound';

/** A browser with one page. */
interface OpenPage {
  page: Page;
  version: string;
  close(): Promise<void>;
}

/** A browser with a page and its worker. */
export interface Session {
  worker: Worker;
  version: string;
  close(): Promise<void>;
}

/**
 * @param flags Chromium's. Default: WebGL on SwiftShader.
 * @param interruptible whether Ctrl+C ends the browser at once
 */
export async function openSession(
  site: Site,
  side: Side,
  flags?: readonly string[],
  interruptible = true,
): Promise<Session> {
  const { page, version, close } = await openPage(site, side, flags, interruptible);
  return { worker: page.workers()[0], version, close };
}

/** As `openSession`, for what the page itself does. */
export async function openPage(
  site: Site,
  side: Side,
  flags?: readonly string[],
  interruptible = true,
): Promise<OpenPage> {
  const browser = await chromium.launch({
    executablePath: requireChromium(),
    args: flags ? [...quietFlags, ...flags] : chromiumFlags,
    handleSIGINT: interruptible,
  });
  try {
    const page = await browser.newPage();
    page.on('pageerror', (error) => console.error(`${side}: ${error.message}`));
    await page.goto(`${site.address}#${side}`);
    await page.waitForFunction(() => document.title !== 'starting', undefined, {
      timeout: READY_LIMIT_MS,
    });
    const title = await page.title();
    if (title !== 'ready') throw new Error(`${side}: ${title}`);
    return { page, version: browser.version(), close: () => browser.close() };
  } catch (error) {
    await browser.close();
    throw error;
  }
}
