/** Workers that end as a browser ends them that is short of memory: without a word to the page. */
import type { Page } from 'playwright/test';

declare global {
  interface Window {
    madeWorkers: Worker[];
  }
}

/** Remembers every worker that the page makes; call it before the page loads. */
export async function rememberWorkers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.madeWorkers = [];
    window.Worker = class extends Worker {
      constructor(...made: ConstructorParameters<typeof Worker>) {
        super(...made);
        window.madeWorkers.push(this);
      }
    };
  });
}

/** Ends the remembered workers; the page that made them is told nothing. */
export async function endWorkers(page: Page): Promise<void> {
  const ended = await page.evaluate(() => {
    for (const worker of window.madeWorkers) worker.terminate();
    return window.madeWorkers.length;
  });
  if (ended === 0) throw new Error('The page has made no worker.');
}
