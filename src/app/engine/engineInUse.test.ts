import { describe, expect, it } from 'vitest';
import type { EngineReport } from '../../engine/engineReport';
import { engineInUse } from './engineInUse';

const webgl: EngineReport = {
  backend: 'webgl',
  adapter: 'Thunder 9',
  software: false,
  threads: 1,
  notesPerSecond: 9000,
  rejectedBackends: [
    { backend: 'wasm', reason: 'SIMD reaches 50 % of the speed.' },
    { backend: 'cpu', reason: 'It is only for where nothing else runs.' },
  ],
  forced: true,
};

describe('engineInUse', () => {
  it('keeps the pace and the reasons of the engine that was chosen', () => {
    const facts = { backend: 'webgl', adapter: 'Thunder 8', software: false, threads: 1 } as const;
    expect(engineInUse(webgl, facts)).toEqual({ ...webgl, adapter: 'Thunder 8' });
  });

  it('claims neither pace nor choice for one that the run fell back to', () => {
    const facts = { backend: 'wasm', adapter: 'SIMD', software: false, threads: 2 } as const;
    const report = engineInUse(webgl, facts);
    expect(report).toEqual({
      ...facts,
      forced: false,
      rejectedBackends: [
        { backend: 'cpu', reason: 'It is only for where nothing else runs.' },
        { backend: 'webgl', reason: 'It was lost during the run.' },
      ],
    });
    expect(report.notesPerSecond).toBeUndefined();
  });
});
