/** What `npm run demo` can be asked for, read from its command line. */
import { parseArgs } from 'node:util';

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
  /** Absent: as the preset has it. */
  batchSize?: number;
  learningRate?: number;
  sequenceLength?: number;
  /** `auto`: the app measures and picks. */
  backend: DemoBackend;
  /** Absent: as the preset has it, notes or bars. */
  length?: number;
  seed: number;
  out: string;
  headed: boolean;
  /** Files, folders and archives; none for the sample library. */
  music: string[];
}

export type ReadOptions =
  | { kind: 'run'; options: DemoOptions }
  | { kind: 'help' }
  /** One sentence. */
  | { kind: 'wrong'; reason: string };

class WrongOption extends Error {}

/** @param args the command line after the name of the script */
export function readOptions(args: readonly string[]): ReadOptions {
  try {
    const { values, positionals } = parse(args);
    if (values.help) return { kind: 'help' };
    const options: DemoOptions = {
      preset: values.preset ?? 'Classic',
      epochs: whole('epochs', values.epochs, 1) ?? 10,
      batchSize: whole('batch-size', values['batch-size'], 1),
      learningRate: positive('learning-rate', values['learning-rate']),
      sequenceLength: whole('sequence-length', values['sequence-length'], 1),
      backend: readBackend(values.backend ?? 'wasm'),
      length: whole('length', values.length, 1),
      seed: whole('seed', values.seed, 0) ?? 1,
      out: values.out ?? 'demo-output',
      headed: values.headed ?? false,
      music: positionals,
    };
    return { kind: 'run', options };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    // Node's own sentences on unknown options go on about `--`; the first one says it all.
    const [reason] = error.message.split(/\. (?=To )/);
    return { kind: 'wrong', reason: /[.!]$/.test(reason) ? reason : `${reason}.` };
  }
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      preset: { type: 'string' },
      epochs: { type: 'string' },
      'batch-size': { type: 'string' },
      'learning-rate': { type: 'string' },
      'sequence-length': { type: 'string' },
      backend: { type: 'string' },
      length: { type: 'string' },
      seed: { type: 'string' },
      out: { type: 'string' },
      headed: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
}

function whole(name: string, text: string | undefined, least: number): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d+$/.test(text) && Number(text) >= least) return Number(text);
  throw new WrongOption(`--${name} must be a whole number from ${least} up, not "${text}"`);
}

function positive(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text.trim() !== '' && Number.isFinite(value) && value > 0) return value;
  throw new WrongOption(`--${name} must be a number above 0, not "${text}"`);
}

function readBackend(text: string): DemoBackend {
  const backend = backends.find((name) => name === text);
  if (backend) return backend;
  throw new WrongOption(`--backend must be one of ${backends.join(', ')}, not "${text}"`);
}
