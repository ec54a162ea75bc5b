/**
 * Watch over what no page of Etude may do: send a request to another origin, from the page or a
 * worker, or complain in the console. Each test fails where its page does.
 */
import { createHash } from 'node:crypto';
import type { BrowserContext, Page } from 'playwright/test';

/**
 * The style that Playwright adds to a page in Firefox to take its picture. The policy refuses it, and
 * Firefox says so with its digest.
 */
const PICTURE_STYLE = createHash('sha256').update('body {}').digest('base64');

/** Remarks that nobody can act on, such as Chromium's own on a slow graphics adapter. */
const HARMLESS: readonly string[] = [
  'GL Driver Message',
  'GPU stall due to ReadPixels',
  `Consider using a hash ('sha256-${PICTURE_STYLE}'`,
  // Firefox on a request that ended with its page, as at a reload; of one that failed it names the address.
  'Failed to load ‘’. A ServiceWorker intercepted the request',
];

const isHarmless = (text: string): boolean => HARMLESS.some((remark) => text.includes(remark));

export class PageWatch {
  /** Addresses outside the allowed origins that were asked for; none was let through. */
  readonly foreignRequests: string[] = [];
  /** Errors and warnings in the console, exceptions and rejections that nobody caught, dialogs. */
  readonly complaints: string[] = [];
  readonly #origins = new Set<string>();

  private constructor(origin: string) {
    this.#origins.add(origin);
  }

  static async over(context: BrowserContext, baseUrl: string): Promise<PageWatch> {
    const watch = new PageWatch(new URL(baseUrl).origin);
    context.on('request', (request) => {
      if (!watch.#mayAsk(request.url())) watch.foreignRequests.push(request.url());
    });
    await context.route(
      (url) => !watch.#mayAsk(url.href),
      (route) => route.abort(),
    );
    context.on('console', (message) => {
      const type = message.type();
      if (type !== 'error' && type !== 'warning' && type !== 'assert') return;
      if (isHarmless(message.text())) return;
      watch.complaints.push(`${type}: ${message.text()} (${message.location().url})`);
    });
    context.on('weberror', (error) => {
      const text = String(error.error());
      if (!isHarmless(text)) watch.complaints.push(`uncaught: ${text}`);
    });
    context.on('dialog', (dialog) => {
      watch.complaints.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    context.on('page', (page) => watch.#follow(page));
    for (const page of context.pages()) watch.#follow(page);
    return watch;
  }

  #follow(page: Page): void {
    page.on('crash', () => this.complaints.push('the page crashed'));
    page.on('websocket', (socket) => this.foreignRequests.push(socket.url()));
  }

  /** Origin of a second server that the test runs. */
  allow(origin: string): void {
    this.#origins.add(origin);
  }

  /** Addresses that the page itself made (`blob:`, `data:`) ask nobody. */
  #mayAsk(address: string): boolean {
    const url = new URL(address);
    return url.protocol === 'data:' || this.#origins.has(url.origin);
  }
}
