import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { testCard } from '../testing/startCard';
import { fetchStartFile } from './startFiles';

const content = new TextEncoder().encode('a model');
const file = {
  ...testCard().model,
  bytes: content.length,
  sha256: '97ff8a35544dcf40ad84047074439dd6aa3a0be469ea578a1b1c017d939ec61c',
};

beforeEach(() => {
  vi.stubGlobal('document', { baseURI: 'http://192.168.0.2/etude/' });
  vi.stubGlobal('fetch', async () => new Response(content));
});

afterEach(() => {
  vi.unstubAllGlobals();
});

it('is the file of the card', async () => {
  const shares: number[] = [];
  expect(await fetchStartFile(file, undefined, (share) => shares.push(share))).toEqual(content);
  expect(shares.at(-1)).toBe(1);
});

it.each([{ bytes: content.length + 1 }, { bytes: content.length - 1 }, { sha256: '0'.repeat(64) }])(
  'is refused where it is another one: %o',
  async (change) => {
    await expect(fetchStartFile({ ...file, ...change })).rejects.toThrow(
      "Etude's model arrived damaged. Load this page again.",
    );
  },
);

it('is had on an insecure page too', async () => {
  vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues });
  expect(await fetchStartFile(file)).toEqual(content);
  const longer = { ...file, bytes: content.length + 1 };
  await expect(fetchStartFile(longer)).rejects.toThrow('arrived damaged');
});
