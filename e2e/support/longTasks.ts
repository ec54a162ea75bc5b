/** Records the long tasks of a page. */
import type { Page } from 'playwright/test';

export interface LongTasks {
  /** Every task so far that kept the main thread from answering for more than 50 ms. */
  milliseconds(): Promise<number[]>;
}

/** Source: W3C, Long Tasks API. Firefox has none: there a timer measures by how much it is late. */
export async function recordLongTasks(page: Page): Promise<LongTasks> {
  const recorded = await page.evaluateHandle(() => {
    const durations: number[] = [];
    if (PerformanceObserver.supportedEntryTypes.includes('longtask')) {
      const observer = new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) durations.push(duration);
      });
      observer.observe({ type: 'longtask' });
    } else {
      const interval = 10;
      let last = performance.now();
      setInterval(() => {
        const late = performance.now() - last - interval;
        last = performance.now();
        if (late > 50) durations.push(late);
      }, interval);
    }
    return durations;
  });
  return { milliseconds: () => recorded.jsonValue() };
}
