import { afterEach, describe, expect, it, vi } from 'vitest';
import type { HelperStart } from '../engine/wasm/control';
import type { HelperEvents } from '../engine/wasm/helperThread';
import { helpersOfPage, makeHelpersFor } from './pageHelpers';

/** A thread that the page made, driven by the test. */
interface MadeThread {
  events: HelperEvents;
  started: HelperStart[];
  ended: number;
}

const start: HelperStart = {
  module: new WebAssembly.Module(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0)),
  memory: new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true }),
  control: new SharedArrayBuffer(64),
  thread: 2,
};

let close = (): void => {};
afterEach(() => close());

function scene(refusal?: Error) {
  const { port1: page, port2: worker } = new MessageChannel();
  page.start();
  worker.start();
  close = () => page.close();
  const made: MadeThread[] = [];
  const endAll = makeHelpersFor(page, (events) => {
    if (refusal) throw refusal;
    const thread: MadeThread = { events, started: [], ended: 0 };
    made.push(thread);
    return {
      start: (message) => thread.started.push(message),
      terminate: () => thread.ended++,
    };
  });
  return { made, endAll, make: helpersOfPage(worker) };
}

function watched() {
  return { onReady: vi.fn(), onFailed: vi.fn() };
}

describe('helper threads of the page', () => {
  it('start on the memory of the worker, and answer the one that they belong to', async () => {
    const { made, make } = scene();
    const [first, second] = [watched(), watched()];
    make(first).start(start);
    make(second).start({ ...start, thread: 3 });
    await vi.waitFor(() => expect(made).toHaveLength(2));
    const [message] = made[0].started;
    expect([message.thread, made[1].started[0].thread]).toEqual([2, 3]);
    new Int32Array(start.control)[5] = 7;
    expect(new Int32Array(message.control)[5]).toBe(7);
    made[1].events.onReady();
    made[0].events.onFailed('It did not load.');
    await vi.waitFor(() => expect(first.onFailed).toHaveBeenCalledWith('It did not load.'));
    expect(second.onReady).toHaveBeenCalledOnce();
    expect(first.onReady).not.toHaveBeenCalled();
    expect(second.onFailed).not.toHaveBeenCalled();
  });

  it('end when the worker asks for it, and all of them with the worker', async () => {
    const { made, make, endAll } = scene();
    const heard = [0, 1, 2].map(watched);
    const threads = heard.map(make);
    for (const thread of threads) thread.start(start);
    threads[1].terminate();
    await vi.waitFor(() => expect(made.map(({ ended }) => ended)).toEqual([0, 1, 0]));
    // What is said of a thread that has been ended reaches nobody.
    made[1].events.onFailed('It has ended.');
    made[0].events.onReady();
    await vi.waitFor(() => expect(heard[0].onReady).toHaveBeenCalledOnce());
    expect(heard[1].onFailed).not.toHaveBeenCalled();
    endAll();
    expect(made.map(({ ended }) => ended)).toEqual([1, 1, 1]);
  });

  it('that cannot be made are told to the worker', async () => {
    const { make } = scene(new Error('No more workers.'));
    const heard = watched();
    make(heard).start(start);
    await vi.waitFor(() => expect(heard.onFailed).toHaveBeenCalledOnce());
    expect(heard.onFailed.mock.calls[0][0]).toMatch(/did not start: No more workers\.$/);
  });
});
