import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { initialState } from '../initialState';
import type { AppState } from '../state';
import { saveFile } from './saveFile';

let store: StoreApi<AppState>;
const shared: string[] = [];
const downloaded: string[] = [];
let answers: (DOMException | undefined)[] = [];

/** @param standalone whether it is an app on a Home Screen; undefined where there are none */
function onDevice(standalone?: boolean, canShare = true): void {
  vi.stubGlobal('navigator', {
    ...(standalone !== undefined && { standalone }),
    canShare: () => canShare,
    share: async ({ files }: { files: File[] }) => {
      const answer = answers.shift();
      if (answer) throw answer;
      shared.push(...files.map(({ name }) => name));
    },
  });
}

const save = async (name: string): Promise<void> => {
  saveFile(store, name, 'audio/midi', 'MThd');
  await new Promise((resolve) => setTimeout(resolve));
};

beforeEach(() => {
  vi.useRealTimers();
  store = createStore<AppState>(initialState);
  shared.length = 0;
  downloaded.length = 0;
  answers = [];
  vi.stubGlobal('document', {
    createElement: () => ({
      click(this: { download: string }) {
        downloaded.push(this.download);
      },
    }),
  });
});

afterEach(() => vi.unstubAllGlobals());

it('downloads in a browser, also on a phone', async () => {
  onDevice();
  await save('a.mid');
  onDevice(false);
  await save('b.mid');
  expect({ downloaded, shared }).toEqual({ downloaded: ['a.mid', 'b.mid'], shared: [] });
});

it('opens the share sheet in an app on the Home Screen, which has no downloads', async () => {
  onDevice(true);
  await save('a.mid');
  expect({ downloaded, shared }).toEqual({ downloaded: [], shared: ['a.mid'] });
});

it('downloads where that kind of file cannot be shared', async () => {
  onDevice(true, false);
  await save('a.etude');
  expect(downloaded).toEqual(['a.etude']);
});

it('asks for another press where the file took too long to make', async () => {
  onDevice(true);
  answers = [new DOMException('', 'NotAllowedError')];
  await save('a.wav');
  const [notice] = store.getState().notices;
  expect(notice).toMatchObject({ text: '“a.wav” is ready.', stays: true });
  notice.action?.run();
  await new Promise((resolve) => setTimeout(resolve));
  expect({ downloaded, shared }).toEqual({ downloaded: [], shared: ['a.wav'] });
});

it('says nothing where the person closes the sheet, and loses nothing where sharing fails', async () => {
  onDevice(true);
  answers = [new DOMException('', 'AbortError'), new DOMException('', 'DataError')];
  await save('a.mid');
  await save('b.mid');
  expect(store.getState().notices).toEqual([]);
  expect({ downloaded, shared }).toEqual({ downloaded: ['b.mid'], shared: [] });
});
