import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EngineReport } from '../../engine/engineReport';
import { initialState } from '../initialState';
import type { AppState } from '../state';
import { FakeMachine } from '../testing/fakeMachine';
import { EngineSelection } from './engineSelection';

let machine: FakeMachine;
let store: StoreApi<AppState>;

beforeEach(() => {
  vi.useFakeTimers();
  machine = new FakeMachine();
  machine.install();
  machine.script('webgl', { after: 1000, notesPerSecond: 2000 });
  machine.script('wasm', { after: 1000, notesPerSecond: 8000 });
  machine.script('cpu', { after: 1000, notesPerSecond: 500 });
});

afterEach(() => {
  expect(machine.running).toBe(0);
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Opens the page once more. */
function visit(): EngineSelection {
  machine.begun.length = 0;
  store = createStore<AppState>(initialState);
  return new EngineSelection(store, machine.createWorker);
}

async function settled(work: Promise<EngineReport>): Promise<EngineReport> {
  work.catch(() => {});
  await vi.runAllTimersAsync();
  return work;
}

describe('what was measured', () => {
  it('is remembered for this machine', async () => {
    const first = await settled(visit().ready());
    expect(first).toMatchObject({ backend: 'wasm', notesPerSecond: 8000, forced: false });
    expect(machine.begun).toEqual(['webgl', 'wasm']);
    expect(await settled(visit().ready())).toEqual(first);
    expect(machine.begun).toEqual([]);
    expect(store.getState()).toMatchObject({ engineChoice: 'auto', engine: first });
  });

  it.each([
    ['the browser', () => vi.stubGlobal('navigator', { userAgent: 'X', hardwareConcurrency: 2 })],
    [
      'the processor',
      () => vi.stubGlobal('navigator', { userAgent: 'Testing/1', hardwareConcurrency: 9 }),
    ],
    ['isolation, and with it the threads', () => vi.stubGlobal('crossOriginIsolated', false)],
    [
      'the graphics adapter',
      () => {
        machine.renderer = 'ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device), SwiftShader driver)';
      },
    ],
    [
      'the graphics adapter, to none',
      () => {
        machine.renderer = '';
      },
    ],
  ])('is measured anew after a change of %s', async (_, change) => {
    await settled(visit().ready());
    change();
    await settled(visit().ready());
    expect(machine.begun.at(-1)).toBe('wasm');
  });

  it('is measured anew where what was stored is of no use, or storage refuses', async () => {
    machine.kept.set('etude.engine.auto', '{"fingerprint"');
    await settled(visit().ready());
    expect(machine.begun).toEqual(['webgl', 'wasm']);
    machine.storageRefuses = true;
    expect((await settled(visit().ready())).backend).toBe('wasm');
    expect(machine.begun).toEqual(['webgl', 'wasm']);
  });

  it('is not remembered where plain JavaScript was all there was', async () => {
    machine.script('webgl', { after: 1, reason: 'No.' });
    machine.script('wasm', { after: 1, reason: 'No.' });
    expect((await settled(visit().ready())).backend).toBe('cpu');
    await settled(visit().ready());
    expect(machine.begun).toEqual(['webgl', 'wasm', 'cpu']);
  });

  it('is not remembered where a time-out decided', async () => {
    machine.script('wasm', {});
    expect((await settled(visit().ready())).backend).toBe('webgl');
    machine.script('wasm', { after: 1000, notesPerSecond: 8000 });
    expect((await settled(visit().ready())).backend).toBe('wasm');
  });
});

describe('a choice', () => {
  it('overrides what was measured, is timed, and lasts until it is taken back', async () => {
    const room = visit();
    await settled(room.ready());
    const chosen = await settled(room.choose('webgl'));
    expect(chosen).toMatchObject({ backend: 'webgl', notesPerSecond: 2000, forced: true });
    expect(await room.ready()).toBe(chosen);

    const next = visit();
    expect(await settled(next.ready())).toEqual(chosen);
    expect(store.getState().engineChoice).toBe('webgl');
    expect(machine.begun).toEqual([]);

    expect((await settled(next.choose('auto'))).backend).toBe('wasm');
    expect((await settled(visit().ready())).forced).toBe(false);
    expect(store.getState().engineChoice).toBe('auto');
  });

  it('in the address goes before the one that is kept, and is not kept', async () => {
    await settled(visit().choose('webgl'));
    machine.address = '?backend=cpu';
    expect(await settled(visit().ready())).toMatchObject({ backend: 'cpu', forced: true });
    machine.address = '?backend=abacus';
    expect((await settled(visit().ready())).backend).toBe('webgl');
  });

  it('made while another is being measured ends that, and is what all wait for', async () => {
    const room = visit();
    const before = room.ready();
    await vi.advanceTimersByTimeAsync(100);
    const first = room.choose('cpu');
    await vi.advanceTimersByTimeAsync(100);
    expect(machine.running).toBe(1);
    const second = room.choose('webgl');
    await settled(second);
    const all = await Promise.all([before, first, second, room.ready()]);
    expect(all.map(({ backend }) => backend)).toEqual(['webgl', 'webgl', 'webgl', 'webgl']);
    expect(store.getState().engine?.backend).toBe('webgl');
  });

  it('that cannot be used says so, and another can be made', async () => {
    machine.script('webgl', { after: 10, reason: 'It computes wrong numbers on this machine.' });
    const room = visit();
    await settled(room.ready());
    await expect(settled(room.choose('webgl'))).rejects.toThrow('computes wrong numbers');
    expect(store.getState().engine).toBeUndefined();
    expect(store.getState().engineFault).toMatch(/^WebGL was asked for, but cannot be used\./);
    await expect(room.ready()).rejects.toThrow('computes wrong numbers');
    expect((await settled(room.choose('wasm'))).backend).toBe('wasm');
    expect(store.getState().engineFault).toBeUndefined();
  });

  it('says nothing of an engine that has not been measured yet', async () => {
    machine.address = '?backend=wasm';
    const ready = visit().ready();
    expect(store.getState()).toMatchObject({ engineChoice: 'wasm', engine: undefined });
    expect(await settled(ready)).toMatchObject({ threads: 2, notesPerSecond: 8000 });
  });
});
