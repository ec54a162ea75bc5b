import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeMachine } from '../testing/fakeMachine';
import { type Choice, measureEngine, measureEngines } from './engineChoice';

const SECOND = 1000;
const SOFTWARE = 'ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device), SwiftShader driver)';
let machine: FakeMachine;

beforeEach(() => {
  vi.useFakeTimers();
  machine = new FakeMachine();
  machine.install();
});

afterEach(() => {
  // Whatever came of it, no worker is left behind.
  expect(machine.running).toBe(0);
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Lets as much time go by as it takes. */
async function settled<T>(work: Promise<T>): Promise<T> {
  work.catch(() => {});
  await vi.runAllTimersAsync();
  return work;
}

function choose(): Promise<Choice> {
  const { signal } = new AbortController();
  return settled(measureEngines({ createWorker: machine.createWorker, signal }));
}

describe('the engine', () => {
  it('is the fastest, whichever that is, and plain JavaScript is not even tried', async () => {
    machine.script('webgl', { after: SECOND, notesPerSecond: 9000 });
    machine.script('wasm', { after: SECOND, notesPerSecond: 3000 });
    const { report, lasting } = await choose();
    expect(report).toMatchObject({ backend: 'webgl', notesPerSecond: 9000, forced: false });
    expect(report.rejectedBackends).toEqual([
      { backend: 'wasm', reason: 'the fake wasm reaches 33 % of the speed.' },
      { backend: 'cpu', reason: 'It is only for where nothing else runs.' },
    ]);
    expect(lasting).toBe(true);
    expect(machine.begun).toEqual(['webgl', 'wasm']);
  });

  it('is not drawn in software where WASM is faster', async () => {
    machine.script('webgl', { after: SECOND, notesPerSecond: 3000, software: true });
    machine.script('wasm', { after: SECOND, notesPerSecond: 3001 });
    const { report, lasting } = await choose();
    expect(report).toMatchObject({ backend: 'wasm', threads: 2 });
    expect(lasting).toBe(true);
  });

  it('is WASM without a trial of WebGL where that is drawn by the processor', async () => {
    machine.renderer = SOFTWARE;
    machine.script('wasm', { after: SECOND });
    const { report, lasting } = await choose();
    expect(machine.begun).toEqual(['wasm']);
    expect(report.backend).toBe('wasm');
    expect(report.rejectedBackends[0]).toEqual({
      backend: 'webgl',
      reason: 'SwiftShader (software) draws on the processor, where WASM is faster.',
    });
    expect(lasting).toBe(true);
  });

  it('is WebGL in software where WASM does not run', async () => {
    machine.renderer = SOFTWARE;
    machine.script('wasm', { after: 10, reason: 'No.' });
    machine.script('webgl', { after: SECOND, software: true });
    const { report } = await choose();
    expect(machine.begun).toEqual(['wasm', 'webgl']);
    expect(report.backend).toBe('webgl');
  });

  it('is passed over with its own sentence where it fails', async () => {
    machine.script('webgl', { after: 10, reason: 'This browser gives workers no WebGL 2.' });
    machine.script('wasm', { after: SECOND });
    const { report, lasting } = await choose();
    expect(report.rejectedBackends[0]).toEqual({
      backend: 'webgl',
      reason: 'This browser gives workers no WebGL 2.',
    });
    expect(lasting).toBe(true);
  });

  it('is plain JavaScript where nothing else runs, and measured again next time', async () => {
    machine.script('webgl', { after: 10, reason: 'No.' });
    machine.script('wasm', { after: 10, reason: 'No.' });
    machine.script('cpu', { after: 30 * SECOND });
    const { report, lasting } = await choose();
    expect(report.backend).toBe('cpu');
    expect(lasting).toBe(false);
    // What failed at once is not tried again.
    expect(machine.begun).toEqual(['webgl', 'wasm', 'cpu']);
  });

  it('is none, with every reason, where not even that runs', async () => {
    for (const backend of ['webgl', 'wasm', 'cpu'] as const) {
      machine.script(backend, { after: 10, reason: `No ${backend} today.` });
    }
    await expect(choose()).rejects.toThrow(
      'No engine runs here. WebGL: No webgl today. WASM: No wasm today. CPU: No cpu today.',
    );
  });
});

describe('the time limit', () => {
  it('passes over an engine that hangs', async () => {
    machine.script('wasm', { after: SECOND });
    const began = Date.now();
    const { report, lasting } = await choose();
    expect(report.backend).toBe('wasm');
    expect(report.rejectedBackends[0]).toEqual({
      backend: 'webgl',
      reason: 'Two training steps took more than 6 s.',
    });
    expect(Date.now() - began).toBe(7 * SECOND);
    // A graphics adapter that was slow to answer may be the fastest tomorrow.
    expect(lasting).toBe(false);
  });

  it('leaves no doubt where it passes over drawing in software for WASM', async () => {
    machine.renderer = 'ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device), SwiftShader driver)';
    machine.script('wasm', { after: SECOND });
    expect(await choose()).toMatchObject({ report: { backend: 'wasm' }, lasting: true });
  });

  it('is longer on a second try, before plain JavaScript is taken', async () => {
    machine.script('webgl', { after: 10, reason: 'No.' });
    machine.script('wasm', {}, { after: 15 * SECOND });
    const { report, lasting } = await choose();
    expect(report.backend).toBe('wasm');
    expect(machine.begun).toEqual(['webgl', 'wasm', 'wasm']);
    expect(lasting).toBe(true);
  });

  it('is longer on a second try, before drawing in software is taken', async () => {
    machine.script('webgl', { after: SECOND, notesPerSecond: 100, software: true });
    machine.script('wasm', {}, { after: 15 * SECOND, notesPerSecond: 900 });
    expect((await choose()).report.backend).toBe('wasm');
  });

  it('prevents the storing of what it decided', async () => {
    machine.script('webgl', { after: SECOND, notesPerSecond: 100, software: true });
    expect(await choose()).toMatchObject({ report: { backend: 'webgl' }, lasting: false });
    machine.script('webgl', { after: SECOND, notesPerSecond: 100 });
    expect(await choose()).toMatchObject({ report: { backend: 'webgl' }, lasting: false });
  });

  it('does not let drawing in software be remembered where WASM failed', async () => {
    machine.script('webgl', { after: SECOND, notesPerSecond: 100, software: true });
    machine.script('wasm', { after: 10, reason: 'The kernels could not be loaded.' });
    expect(await choose()).toMatchObject({ report: { backend: 'webgl' }, lasting: false });
  });
});

describe('an engine that was asked for', () => {
  it('is timed too, with a long limit', async () => {
    machine.script('cpu', { after: 50 * SECOND, notesPerSecond: 700 });
    const { signal } = new AbortController();
    const surroundings = { createWorker: machine.createWorker, signal };
    expect(await settled(measureEngine('cpu', surroundings))).toMatchObject({
      backend: 'cpu',
      notesPerSecond: 700,
      forced: true,
      rejectedBackends: [],
    });
  });

  it('is refused with a sentence where it computes wrongly', async () => {
    const reason = 'It computes wrong numbers on this machine.';
    machine.script('webgl', { after: SECOND, reason });
    const { signal } = new AbortController();
    const surroundings = { createWorker: machine.createWorker, signal };
    await expect(settled(measureEngine('webgl', surroundings))).rejects.toThrow(
      `WebGL was asked for, but cannot be used. ${reason} Choose another engine`,
    );
  });
});
