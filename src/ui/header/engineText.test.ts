import { describe, expect, it } from 'vitest';
import type { EngineReport } from '../../model/engineReport';
import { engineLine, engineReasons } from './engineText';

const wasm: EngineReport = {
  backend: 'wasm',
  adapter: 'SIMD',
  software: false,
  threads: 2,
  passedOver: [],
  forced: false,
};

describe('engineLine', () => {
  it('names backend, adapter and threads', () => {
    expect(engineLine(wasm)).toBe('WASM · SIMD · 2 threads');
  });
  it('counts no threads on a graphics adapter', () => {
    expect(engineLine({ ...wasm, backend: 'webgl', adapter: 'SwiftShader', threads: 1 })).toBe(
      'WebGL · SwiftShader',
    );
  });
});

describe('engineReasons', () => {
  it('says why each other one does not run', () => {
    const passedOver = [{ backend: 'webgl' as const, reason: 'It has no float textures.' }];
    expect(engineReasons({ ...wasm, passedOver })).toEqual([
      'WebGL was passed over: It has no float textures.',
    ]);
  });
  it('says who chose', () => {
    expect(engineReasons({ ...wasm, forced: true })[0]).toContain('address');
  });
  it('never stays silent', () => {
    expect(engineReasons(wasm)).toHaveLength(1);
  });
});
