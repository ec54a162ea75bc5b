/** Records the long tasks of a page. */
import type { Page } from 'playwright/test';

export interface LongTasks {
  /** Every task so far that kept the main thread from answering for more than 50 ms. */
  milliseconds(): Promise<number[]>;
}

/** Source: W3C, Long Tasks API. */
export async function recordLongTasks(page: Page): Promise<LongTasks> {
  const recorded = await page.evaluateHandle(() => {
    const durations: number[] = [];
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) durations.push(duration);
    });
    observer.observe({ type: 'longtask' });
    return durations;
  });
  return { milliseconds: () => recorded.jsonValue() };
}
