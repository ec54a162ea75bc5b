/** Short-lived states of the page, watched from within it. */
import type { Page } from 'playwright/test';

/** Settles once something matches the selector; call it before the action. */
export function onceThere(page: Page, selector: string): Promise<void> {
  return once(page, { selector, there: true });
}

/** Settles once nothing matches the selector; call it before the action. */
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

/** @returns a function for all texts of notices since this call, those gone included */
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
