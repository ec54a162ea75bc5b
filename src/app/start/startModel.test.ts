import { afterEach, describe, expect, it } from 'vitest';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { START_ROOT, type StartCard } from '../../training/modelFile/startCard';
import { WorkerClient } from '../../worker/client';
import { ChannelWorker, noHandlers } from '../../worker/testing/channelWorker';
import { initialState } from '../initialState';
import type { AppState } from '../state';
import { modelOf } from '../testing/composing';
import { testCard } from '../testing/startCard';
import { type StartModelLoader, startModelLoader } from './startModel';

const model = modelOf('form-medium');
const opens = (): AbortSignal => new AbortController().signal;

interface Scene {
  store: StoreApi<AppState>;
  start: StartModelLoader;
  fetched: string[];
}

let client: WorkerClient | undefined;
afterEach(() => client?.end());

function sceneOf(card: StartCard | undefined, fails: () => boolean = () => false): Scene {
  const store = createStore<AppState>(initialState);
  const fetched: string[] = [];
  client = new WorkerClient(
    () =>
      new ChannelWorker({
        ...noHandlers,
        import: async function* ({ files: [file] }) {
          const empty = (await file.text()) === 'empty';
          if (empty) yield { kind: 'rejected', fileName: file.name, reason: 'It is damaged.' };
          else {
            const saved = { checkpoint: model, titles: [], pieces: [], saved: '' };
            yield { kind: 'model', fileName: file.name, model: saved };
          }
          return { pieces: 0, rejected: 0 };
        },
      }),
  );
  const start = startModelLoader(store, client, {
    card: async () => card,
    file: async ({ name, sha256 }, _, onProgress) => {
      if (fails()) throw new Error('No connection.');
      fetched.push(name);
      onProgress?.(0.5);
      return new TextEncoder().encode(sha256 === 'empty' ? 'empty' : 'model');
    },
  });
  return { store, start, fetched };
}

describe("Etude's own model", () => {
  it('is offered where there is a card, and fetched once', async () => {
    const { store, start, fetched } = sceneOf(testCard());
    await start.look();
    expect(store.getState().start).toEqual({ card: testCard() });
    expect(fetched).toEqual([]);
    const seen: (number | undefined)[] = [];
    store.subscribe((state) => seen.push(state.start?.loading));
    expect(await start.load(opens())).toEqual(model);
    expect(seen).toEqual([0, 0.5, 0.5, undefined]);
    await start.load(opens());
    expect(fetched).toEqual(['etude-start.etude']);
    expect(store.getState().start?.checkpoint).toEqual(model);
  });

  it('is absent without a card', async () => {
    const { store, start } = sceneOf(undefined);
    await start.look();
    expect(store.getState().start).toBeUndefined();
    expect(await start.load(opens())).toBeUndefined();
    expect(await start.runs(START_ROOT)).toBeUndefined();
  });

  it('that cannot be fetched or read says why, and is tried again', async () => {
    let fails = true;
    const { store, start } = sceneOf(testCard(), () => fails);
    await start.look();
    await expect(start.load(opens())).rejects.toThrow('No connection.');
    expect(store.getState().start?.loading).toBeUndefined();
    fails = false;
    expect(await start.load(opens())).toEqual(model);
    const damaged = { ...testCard().model, sha256: 'empty' };
    const other = sceneOf(testCard({ model: damaged }));
    await other.start.look();
    await expect(other.start.load(opens())).rejects.toThrow(
      "Etude's model cannot be used. It is damaged.",
    );
  });

  it('gives the index of its runs for models with its root', async () => {
    let fails = true;
    const { start, fetched } = sceneOf(testCard(), () => fails);
    await start.look();
    expect(await start.runs(undefined)).toBeUndefined();
    expect(await start.runs(START_ROOT)).toBeUndefined();
    fails = false;
    const runs = await start.runs(START_ROOT);
    expect(runs).toMatchObject({ id: '0'.repeat(64), pieces: 2608, usual: 14 });
    expect(await start.runs(START_ROOT)).toBe(runs);
    expect(fetched).toEqual(['etude-start.runs']);
  });
});
