/** The built app on other hosts, and the watch over its requests. */
import { expect, test } from './support/fixtures';
import type { PageWatch } from './support/pageWatch';
import { StaticHost } from './support/staticHost';
import { addPieces, setUpRun } from './support/steps';

test('the built app does the main job from a subfolder of a plain static host', async ({
  app,
  page,
  watch,
}) => {
  const host = await StaticHost.start();
  try {
    watch.allow(host.origin);
    // The service worker is tested elsewhere: here it would reload the page for threads,
    // perhaps under the first click.
    host.hold('sw.js');
    const { library, training, compose, stage, header } = app;
    await page.goto(`${host.url}?backend=wasm`);
    await library.loadSamples.click();
    await expect(library.pieces).toHaveCount(10);
    await library.settled();
    await library.removeAll.click();
    await addPieces(app);
    await setUpRun(app);
    await training.train.click();
    await training.finished();
    await expect(header.engine).toHaveText(/^WASM/);
    await compose.composeTake({ length: 8, seed: 1 });
    await stage.play.click();
    await expect.poll(() => stage.seconds()).toBeGreaterThanOrEqual(1);
    const there = new Set(host.paths);
    expect(host.asked.filter((path) => path !== '' && !there.has(path))).toEqual([]);
    expect(host.asked).toContainEqual(expect.stringMatching(/\.mp3$/));
  } finally {
    await page.close();
    await host.stop();
  }
});

test('the watch sees the requests of a page and its workers to other origins', async ({
  page,
  watch,
}) => {
  // A page of the same origin without the app's policy, which would stop it before the watch does.
  const body = '<!doctype html><title>A page that asks around</title>';
  await page.route('**/around.html', (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto('./around.html');
  await page.evaluate(async () => {
    await fetch('http://page.invalid/').catch(() => {});
    const source = `fetch('http://worker.invalid/').catch(() => {}).then(() => postMessage(0))`;
    const url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
    const worker = new Worker(url);
    await new Promise((resolve) => worker.addEventListener('message', resolve));
    worker.terminate();
    console.error('a complaint');
  });
  await expect
    .poll(() => watch.foreignRequests)
    .toEqual(['http://page.invalid/', 'http://worker.invalid/']);
  await expect.poll(() => watch.complaints).toContainEqual(expect.stringContaining('a complaint'));
  forgive(watch);
});

/** Drops the complaints that this test provoked. */
function forgive(watch: PageWatch): void {
  watch.foreignRequests.length = 0;
  watch.complaints.length = 0;
}
