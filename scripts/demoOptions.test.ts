import { describe, expect, it } from 'vitest';
import { readOptions } from './demoOptions';

describe('readOptions', () => {
  it('defaults to the sample library and a short run', () => {
    expect(readOptions([])).toEqual({
      kind: 'run',
      options: {
        preset: 'Classic',
        epochs: 10,
        backend: 'wasm',
        length: undefined,
        seed: 1,
        out: 'demo-output',
        headed: false,
        music: [],
      },
    });
  });

  it('reads every option, and positional files', () => {
    const line =
      '--preset studio --epochs 2 --batch-size 32 --learning-rate 1e-3 --sequence-length 16 ' +
      '--backend webgl --length 64 --seed 0 --out there --headed a.mid folder';
    expect(readOptions(line.split(' '))).toEqual({
      kind: 'run',
      options: {
        preset: 'studio',
        epochs: 2,
        batchSize: 32,
        learningRate: 0.001,
        sequenceLength: 16,
        backend: 'webgl',
        length: 64,
        seed: 0,
        out: 'there',
        headed: true,
        music: ['a.mid', 'folder'],
      },
    });
  });

  it('shows help', () => {
    expect(readOptions(['--help'])).toEqual({ kind: 'help' });
    expect(readOptions(['-h', '--epochs', '3'])).toEqual({ kind: 'help' });
  });

  it.each([
    ['--epochs 0', '--epochs must be a whole number from 1 up, not "0".'],
    ['--epochs 2.5', '--epochs must be a whole number from 1 up, not "2.5".'],
    ['--seed=-1', '--seed must be a whole number from 0 up, not "-1".'],
    ['--learning-rate fast', '--learning-rate must be a number above 0, not "fast".'],
    ['--backend webgpu', '--backend must be one of webgl, wasm, cpu, auto, not "webgpu".'],
  ])('answers %s with a sentence', (line, reason) => {
    expect(readOptions(line.split(' '))).toEqual({ kind: 'wrong', reason });
  });
});
