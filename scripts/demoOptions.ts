/** Options of `npm run demo`, read from its command line. */
import { flag, oneOf, positive, readCommandLine, text, whole } from './commandLine';

export const HELP = `Usage: npm run demo -- [options] [files, folders or zip archives ...]

Trains Etude in a headless Chromium and lets it compose, all by itself. Without files it
takes the sample library. What it makes is left in a folder.

  --preset <name>           the network, by its title or the start of it (default: Classic)
  --epochs <n>              how often the network reads the music (default: 10)
  --batch-size <n>          examples in a training step (default: the preset's)
  --learning-rate <x>       size of the steps (default: the preset's)
  --sequence-length <n>     notes that the network sees at a time (default: the preset's)
  --backend <name>          webgl, wasm or cpu; auto lets the app measure (default: wasm)
  --length <n>              length of a take, in the preset's unit (default: the preset's)
  --seed <n>                random seed of the first take (default: 1)
  --out <folder>            where takes and screenshot go (default: demo-output)
  --headed                  shows the window
  --help                    shows this
`;

const backends = ['webgl', 'wasm', 'cpu', 'auto'] as const;
export type DemoBackend = (typeof backends)[number];

export interface DemoOptions {
  preset: string;
  epochs: number;
  /** Default: the preset's. */
  batchSize?: number;
  learningRate?: number;
  sequenceLength?: number;
  /** `auto`: the app measures and chooses. */
  backend: DemoBackend;
  /** Notes or bars. Default: the preset's. */
  length?: number;
  seed: number;
  out: string;
  headed: boolean;
  /** Files, folders and archives. Default: the sample library. */
  music: string[];
}

export type ReadOptions =
  | { kind: 'run'; options: DemoOptions }
  | { kind: 'help' }
  /** One sentence. */
  | { kind: 'wrong'; reason: string };

/** @param args command line after the name of the script */
export function readOptions(args: readonly string[]): ReadOptions {
  const read = readCommandLine(
    {
      preset: text('Classic'),
      epochs: whole(10),
      'batch-size': whole(undefined),
      'learning-rate': positive(),
      'sequence-length': whole(undefined),
      backend: oneOf(backends, 'wasm'),
      length: whole(undefined),
      seed: whole(1, 0),
      out: text('demo-output'),
      headed: flag(),
      help: flag('h'),
    },
    args,
    true,
  );
  if (!read.ok) return { kind: 'wrong', reason: read.reason };
  const {
    help,
    'batch-size': batchSize,
    'learning-rate': learningRate,
    'sequence-length': sequenceLength,
    ...options
  } = read.values;
  if (help) return { kind: 'help' };
  return {
    kind: 'run',
    options: { ...options, batchSize, learningRate, sequenceLength, music: read.positionals },
  };
}
