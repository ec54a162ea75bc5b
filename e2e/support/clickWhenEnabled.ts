/** Clicks from within the page, as soon as a button is enabled. */
import type { Locator, Page } from 'playwright/test';

/**
 * Clicks a button that is there and disabled as soon as it is enabled. A click from outside may come
 * too late on a busy machine.
 * @returns settles after the click; call it before the action that enables the button
 */
export function clickOnceEnabled(button: Locator): Promise<void> {
  return button.evaluate(
    (element) =>
      new Promise<void>((resolve) => {
        const look = (): void => {
          if (!(element instanceof HTMLButtonElement) || element.disabled) return;
          observer.disconnect();
          element.click();
          resolve();
        };
        const observer = new MutationObserver(look);
        observer.observe(element, { attributes: true });
        look();
      }),
  );
}

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
