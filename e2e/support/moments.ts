/** What may be over before one could look from outside: it is watched for within the page. */
import type { Page } from 'playwright/test';

/** Settles once something matches the selector; ask before doing what brings it about. */
export function onceThere(page: Page, selector: string): Promise<void> {
  return once(page, { selector, there: true });
}

/** Settles once nothing matches the selector; ask before doing what takes it away. */
export function onceGone(page: Page, selector: string): Promise<void> {
  return once(page, { selector, there: false });
}

function once(page: Page, wanted: { selector: string; there: boolean }): Promise<void> {
  return page.evaluate(
    ({ selector, there }) =>
      new Promise<void>((resolve) => {
        const look = (): void => {
          if ((document.querySelector(selector) !== null) !== there) return;
          observer.disconnect();
          resolve();
        };
        const observer = new MutationObserver(look);
        observer.observe(document.body, { childList: true, subtree: true });
        look();
      }),
    wanted,
  );
}

/** @returns what tells all that the notices have said since this call, though they leave again */
export async function listen(page: Page): Promise<() => Promise<string[]>> {
  const heard = await page.evaluateHandle(() => {
    const said: string[] = [];
    const notices = document.querySelector('[aria-label="Notices"]') ?? document.body;
    const observer = new MutationObserver((changes) => {
      for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes])) {
        said.push(node.textContent ?? '');
      }
    });
    observer.observe(notices, { childList: true });
    return said;
  });
  return () => heard.jsonValue();
}
