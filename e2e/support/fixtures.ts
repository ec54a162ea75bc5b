/** The suite's `test`: a page object for the app, with the page watch. */
import { test as base, expect } from 'playwright/test';
import { AppPage } from '../pages/app';
import { PageWatch } from './pageWatch';
import { typeByTheBrowser } from './typing';

export { expect };

interface Fixtures {
  watch: PageWatch;
  app: AppPage;
}

export const test = base.extend<Fixtures>({
  watch: [
    // With the page, so that the watch ends before it: Firefox complains of requests cut off by its end.
    async ({ context, page: _, baseURL }, use) => {
      if (baseURL === undefined) throw new Error('The configuration names no base address.');
      await typeByTheBrowser(context);
      const watch = await PageWatch.over(context, baseURL);
      await use(watch);
      expect(watch.foreignRequests, 'requests to other origins').toEqual([]);
      expect(watch.complaints, 'errors in the console').toEqual([]);
    },
    { auto: true },
  ],
  app: async ({ page }, use) => use(new AppPage(page)),
});
