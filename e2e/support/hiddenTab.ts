/**
 * A tab that nobody sees. A headless browser draws every tab as if it were in front, so the two
 * things that hiding does to a page are done to it here: it is told that it is hidden, and neither
 * it nor its workers get animation frames. In Firefox, where Playwright runs no code in workers,
 * those keep theirs.
 */
import { expect, type Page } from 'playwright/test';

export async function hideTab(page: Page): Promise<void> {
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { value: true });
    Object.defineProperty(document, 'visibilityState', { value: 'hidden' });
    window.requestAnimationFrame = () => 0;
    document.dispatchEvent(new Event('visibilitychange'));
  });
  if (page.context().browser()?.browserType().name() === 'firefox') return;
  // The kernels' helper threads block between calls: they cannot answer, and ask for no frames.
  const answering = page.workers().filter((worker) => worker.url().includes('/entry-'));
  let told = 0;
  for (const worker of answering) {
    try {
      await worker.evaluate(() => {
        Object.defineProperty(globalThis, 'requestAnimationFrame', { value: () => 0 });
      });
      told++;
    } catch (error) {
      // One that measured the engine may just have ended.
      if (page.workers().includes(worker)) throw error;
    }
  }
  expect(told).toBeGreaterThan(0);
}
