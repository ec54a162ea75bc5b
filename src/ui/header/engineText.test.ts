import { describe, expect, it } from 'vitest';
import type { EngineReport } from '../../engine/engineReport';
import { engineText } from './engineText';

const wasm: EngineReport = {
  backend: 'wasm',
  adapter: 'SIMD',
  software: false,
  threads: 2,
  notesPerSecond: 15_312.4,
  rejectedBackends: [],
  forced: false,
};
const textOf = (engine: EngineReport): ReturnType<typeof engineText> =>
  engineText({ engine, engineChoice: 'auto' });

describe('engineText', () => {
  it('names backend, adapter, threads and speed', () => {
    const device = 'SIMD · 2 threads';
    expect(textOf(wasm)).toMatchObject({ name: 'WASM', device, pace: '15,312 notes/s' });
  });
  it('counts no threads on a graphics adapter', () => {
    const webgl = textOf({ ...wasm, backend: 'webgl', adapter: 'SwiftShader', threads: 1 });
    expect(webgl).toMatchObject({ name: 'WebGL', device: 'SwiftShader', pace: '15,312 notes/s' });
  });
  it('gives no speed without a measurement', () => {
    expect(textOf({ ...wasm, notesPerSecond: undefined }).pace).toBeUndefined();
  });
  it('says what it waits for', () => {
    expect(engineText({ engineChoice: 'auto' })).toEqual({
      name: 'Choosing an engine...',
      reasons: [],
    });
    expect(engineText({ engineChoice: 'webgl' }).name).toBe('Measuring WebGL...');
  });
  it('says why there is none', () => {
    const engineFault = 'WebGL was asked for, but cannot be used.';
    expect(engineText({ engineChoice: 'webgl', engineFault })).toEqual({
      name: 'No engine',
      reasons: [engineFault],
    });
  });
});

describe('the reasons', () => {
  it('give the speed and why each other backend was rejected', () => {
    const rejectedBackends = [{ backend: 'webgl' as const, reason: 'It has no float textures.' }];
    expect(textOf({ ...wasm, rejectedBackends }).reasons).toEqual([
      'It was measured here at 15,312 notes a second.',
      'WebGL was passed over: It has no float textures.',
    ]);
  });
  it('say who chose', () => {
    expect(textOf({ ...wasm, forced: true }).reasons[1]).toContain('address');
  });
  it('are never empty', () => {
    expect(textOf({ ...wasm, notesPerSecond: undefined }).reasons).toHaveLength(1);
  });
});
