import { expect, it } from 'vitest';
import { persistOnce, type StorageHost } from './persistentStorage';

const APPLE = 'Apple Computer, Inc.';
const GOOGLE = 'Google Inc.';

/** Answers of `persist`, and how often it was asked. */
async function answersOf(
  browser: Pick<StorageHost, 'vendor' | 'installed'>,
  persist?: () => Promise<boolean>,
): Promise<{ expires: boolean[]; asked: number }> {
  const expires: boolean[] = [];
  let asked = 0;
  const request = persistOnce(
    (answer) => expires.push(answer),
    () => ({
      ...browser,
      storage: persist && {
        persist: () => {
          asked++;
          return persist();
        },
      },
    }),
  );
  request();
  request();
  await new Promise((resolve) => setTimeout(resolve));
  return { expires, asked };
}

it.each([
  ['Safari that refuses', { vendor: APPLE, installed: false }, false, true],
  ['Safari that grants it', { vendor: APPLE, installed: false }, true, false],
  ['an app on the Home Screen', { vendor: APPLE, installed: true }, false, false],
  ['Chrome that refuses', { vendor: GOOGLE, installed: false }, false, false],
  ['Firefox that refuses', { vendor: '', installed: false }, false, false],
])('asks once, and knows of %s', async (_, browser, kept, expires) => {
  expect(await answersOf(browser, async () => kept)).toEqual({ expires: [expires], asked: 1 });
});

it('knows of Safari without the request, and where it fails', async () => {
  const safari = { vendor: APPLE, installed: false };
  expect(await answersOf(safari)).toEqual({ expires: [true], asked: 0 });
  const failing = (): Promise<boolean> => Promise.reject(new TypeError('No storage'));
  expect(await answersOf(safari, failing)).toEqual({ expires: [true], asked: 1 });
});
