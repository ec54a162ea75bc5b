import { expect, it } from 'vitest';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { initialState } from '../initialState';
import type { AppState } from '../state';
import type { TrainingPhase } from './runState';
import { keepScreenOn } from './screenWakeLock';

/** A lock that counts, as a browser gives one: taken back when the page is hidden. */
class FakeHost extends EventTarget {
  readonly document = this;
  visibilityState: DocumentVisibilityState = 'visible';
  refuses = false;
  requests = 0;
  readonly #held = new Set<FakeLock>();

  readonly wakeLock = {
    request: async (): Promise<WakeLockSentinel> => {
      this.requests++;
      if (this.refuses) throw new DOMException('', 'NotAllowedError');
      const lock = new FakeLock((released) => this.#held.delete(released));
      this.#held.add(lock);
      return lock;
    },
  };

  get locks(): number {
    return this.#held.size;
  }

  turn(visibilityState: DocumentVisibilityState): void {
    this.visibilityState = visibilityState;
    if (visibilityState === 'hidden') for (const lock of [...this.#held]) void lock.release();
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

class FakeLock extends EventTarget implements WakeLockSentinel {
  readonly type = 'screen';
  readonly onrelease = null;
  released = false;
  readonly #onRelease: (lock: FakeLock) => void;

  constructor(onRelease: (lock: FakeLock) => void) {
    super();
    this.#onRelease = onRelease;
  }

  async release(): Promise<void> {
    this.released = true;
    this.#onRelease(this);
  }
}

function scene(): { host: FakeHost; go(phase: TrainingPhase): Promise<void> } {
  const store: StoreApi<AppState> = createStore<AppState>(initialState);
  const host = new FakeHost();
  keepScreenOn(store, host);
  const go = async (phase: TrainingPhase): Promise<void> => {
    store.setState(({ training }) => ({ training: { ...training, phase } }));
    await settled();
  };
  return { host, go };
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

it('keeps the screen on from the press of Train to the end of the run', async () => {
  const { host, go } = scene();
  expect(host.locks).toBe(0);
  await go('preparing');
  expect(host.locks).toBe(1);
  await go('running');
  expect(host).toMatchObject({ locks: 1, requests: 1 });
  await go('finished');
  expect(host.locks).toBe(0);
});

it('lets the screen go while the run is paused', async () => {
  const { host, go } = scene();
  await go('running');
  await go('paused');
  expect(host.locks).toBe(0);
  await go('running');
  expect(host.locks).toBe(1);
});

it('asks again when the page is back in sight, while the run goes on', async () => {
  const { host, go } = scene();
  await go('running');
  host.turn('hidden');
  expect(host.locks).toBe(0);
  host.turn('visible');
  await settled();
  expect(host.locks).toBe(1);
  host.turn('hidden');
  await go('finished');
  host.turn('visible');
  await settled();
  expect(host.locks).toBe(0);
});

it('gives back a lock that comes after the run has ended', async () => {
  const { host, go } = scene();
  const begun = go('running');
  await Promise.all([begun, go('finished')]);
  expect(host).toMatchObject({ locks: 0, requests: 1 });
});

it('goes on where the browser refuses, and asks at the next occasion', async () => {
  const { host, go } = scene();
  host.refuses = true;
  await go('preparing');
  expect(host.locks).toBe(0);
  host.refuses = false;
  await go('running');
  expect(host.locks).toBe(1);
});

it('does without in browsers that have none', () => {
  const store = createStore<AppState>(initialState);
  keepScreenOn(store, { document: new FakeHost() });
  store.setState(({ training }) => ({ training: { ...training, phase: 'running' } }));
});
