/** Unpacks a kit, runs its program, reads the log and the result. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import * as v from 'valibot';
import type { Checkpoint } from '../../src/training/checkpoint';
import { readKerasFile } from '../../src/training/keras/read';
import { writeKit } from '../../src/training/kit/write';
import { PEERS_PYTHON } from '../harness/peer';
import type { TrainedHere } from './here';

const PROGRAM = join(import.meta.dirname, '../../src/training/kit/python');
const KIT = 'etude-kit';
/** How often the log is looked at for the moment to kill, milliseconds. */
const LOOK_EVERY = 20;

const line = v.variant('kind', [
  v.object({
    kind: v.literal('start'),
    workers: v.array(v.object({ rank: v.number(), pid: v.number() })),
    epoch: v.number(),
    batch: v.number(),
    golden: v.number(),
  }),
  v.object({ kind: v.literal('step'), epoch: v.number(), batch: v.number() }),
  v.object({
    kind: v.literal('epoch'),
    trainingLoss: v.number(),
    validationLoss: v.number(),
    notesPerSecond: v.number(),
  }),
]);
type Line = v.InferOutput<typeof line>;
type Start = Extract<Line, { kind: 'start' }>;

export interface KitRun {
  /** Path of the result. */
  model: string;
  /** Training and validation loss of each epoch, nats. */
  losses: number[];
  notesPerSecond: number;
  golden: number;
  /** One for each time that the workers started. */
  starts: Start[];
}

/** @param killAfter the last worker is killed once this batch was taken. Default: none is. */
export async function runKit(
  folder: string,
  name: string,
  options: readonly string[],
  { killAfter }: { killAfter?: { epoch: number; batch: number } } = {},
): Promise<KitRun> {
  const out = join(folder, name);
  const program = [join(folder, KIT, 'train.py'), '--out', out, ...options];
  const log = (): Line[] => readLog(join(out, 'log.jsonl'));
  const watch = killAfter && setInterval(() => killAt(log(), killAfter, watch), LOOK_EVERY);
  const output: Buffer[] = [];
  try {
    // One thread a worker, as on the cluster.
    const env = { ...process.env, OMP_NUM_THREADS: '1' };
    const run = spawn(PEERS_PYTHON, program, { cwd: folder, env });
    run.stdout.on('data', (data: Buffer) => output.push(data));
    run.stderr.on('data', (data: Buffer) => output.push(data));
    const code = await new Promise<number | null>((resolve) => run.on('close', resolve));
    if (code !== 0) throw new Error(`train.py failed:\n${Buffer.concat(output)}`);
  } finally {
    clearInterval(watch);
  }
  const lines = log();
  const epochs = lines.flatMap((one) => (one.kind === 'epoch' ? [one] : []));
  const starts = lines.flatMap((one) => (one.kind === 'start' ? [one] : []));
  return {
    model: join(out, 'model.keras'),
    losses: epochs.flatMap(({ trainingLoss, validationLoss }) => [trainingLoss, validationLoss]),
    notesPerSecond: epochs.at(-1)?.notesPerSecond ?? 0,
    golden: starts[0]?.golden ?? Number.NaN,
    starts,
  };
}

/** Packs a kit and unpacks it into the folder. @returns bytes of the zip */
export function unpackKit(folder: string, { checkpoint, dataset }: TrainedHere): number {
  const provenance = { version: 'check', saved: new Date(), titleOf: (id: string) => id };
  const zip = writeKit(checkpoint, dataset, provenance, readProgram());
  unpack(folder, zip);
  return zip.length;
}

export function unpack(folder: string, zip: Uint8Array): void {
  for (const [name, bytes] of Object.entries(unzipSync(zip))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
}

/** The model that a run wrote. @throws {Error} with the reason if Etude does not open it */
export function readResult({ model }: KitRun): Checkpoint {
  const read = readKerasFile(new Uint8Array(readFileSync(model)));
  if (!read.ok) throw new Error(read.reason);
  return read.model.checkpoint;
}

/** Texts of the kit's program by file name. */
function readProgram(): Record<string, string> {
  const files = readdirSync(PROGRAM).filter((name) => /\.(py|md|txt)$/.test(name));
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(PROGRAM, name), 'utf8')]));
}

function killAt(
  lines: readonly Line[],
  { epoch, batch }: { epoch: number; batch: number },
  watch: NodeJS.Timeout | undefined,
): void {
  const reached = lines.some(
    (one) => one.kind === 'step' && one.epoch === epoch && one.batch >= batch,
  );
  const [start] = lines.flatMap((one) => (one.kind === 'start' ? [one] : []));
  const last = start?.workers.at(-1);
  if (!reached || !last) return;
  clearInterval(watch);
  process.kill(last.pid, 'SIGKILL');
}

/** Whole lines only: the last one may still be written. */
function readLog(file: string): Line[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
  return lines.map((text) => v.parse(line, JSON.parse(text)));
}
