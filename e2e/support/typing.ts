/** Typing in Firefox as a person types. */
import type { BrowserContext } from 'playwright/test';

declare global {
  interface Window {
    __pw_bidiInsertText: (text: string) => void;
  }
}

/**
 * Playwright's `fill` over WebDriver BiDi sets the field's value by script, which React takes for its
 * own and which ends in no `change`. Instead, the text is inserted at the caret by the browser.
 */
export async function typeByTheBrowser(context: BrowserContext): Promise<void> {
  if (context.browser()?.browserType().name() !== 'firefox') return;
  await context.addInitScript(() => {
    Object.defineProperty(window, '__pw_bidiInsertText', {
      get:
        () =>
        (text: string): void => {
          document.execCommand('insertText', false, text);
        },
      set: () => {},
    });
  });
}
