/** Clicks from within the page: one from outside may come too late on a busy machine. */
import type { Page } from 'playwright/test';

/** Clicks the button of this name as soon as the list of that name has an item. */
export function clickOnceListed(page: Page, button: string, list: string): Promise<void> {
  return page.evaluate(
    (names) =>
      new Promise<void>((resolve) => {
        const look = (): void => {
          const listed = document.querySelector(`[aria-label="${names.list}"] li`);
          const element = document.querySelector(`button[aria-label="${names.button}"]`);
          if (!listed || !(element instanceof HTMLButtonElement)) return;
          observer.disconnect();
          element.click();
          resolve();
        };
        const observer = new MutationObserver(look);
        observer.observe(document.body, { childList: true, subtree: true });
        look();
      }),
    { button, list },
  );
}
