/**
 * Cost of a training step by size of the network, the batch and the sequence; memory of a step; and
 * memory leaks over many steps.
 *
 *     npm run bench:growth -- [--threads 2] [--steps 10000] [--engines wasm,webgl]
 */
import { commandOptions, someOf, whole } from '../scripts/commandLine';
import { openSession, type Session, serveSite } from './harness/browser';
import { describeMachine } from './harness/machine';
import { emptyResults, publish } from './harness/results';
import { takeTurns } from './harness/rounds';
import { median } from './harness/statistics';
import { figure } from './harness/table';
import { flopsOfStep } from './harness/work';
import { type EngineName, type Memory, SEED_STEP, type StepSize } from './page/candidate';

const TURN_MS = 500;
const ROUNDS = 5;
const MIB = 2 ** 20;
/** Steps of the warm-up, after which all lasting allocations have been made. */
const SETTLED = 100;
const SMALL: StepSize = { units: 16, hidden: 8, batch: 8, time: 8 };
const LEAK_ENGINES = ['wasm', 'webgl'] as const satisfies EngineName[];

const SIZES: readonly { axis: keyof StepSize; values: readonly number[] }[] = [
  { axis: 'units', values: [64, 128, 256, 512, 1024] },
  { axis: 'batch', values: [1, 4, 16, 64, 256] },
  { axis: 'time', values: [16, 32, 64, 128, 256, 512] },
];

const { threads, steps, engines } = commandOptions({
  threads: whole(2),
  steps: whole(10_000, SETTLED + 1),
  engines: someOf(LEAK_ENGINES),
});
const machine = describeMachine();
const results = emptyResults(machine);
const site = await serveSite();
try {
  await growth();
  for (const engine of engines) await leak(engine);
} finally {
  await site.close();
}
publish('growth', results);

async function withSession(work: (session: Session) => Promise<void>): Promise<void> {
  const session = await openSession(site, 'ours');
  machine.browser = `Chromium ${session.version}`;
  try {
    await work(session);
  } finally {
    await session.close();
  }
}

async function growth(): Promise<void> {
  const rows: string[][] = [];
  // All axes contain the Classic preset's own size, which is measured once.
  const known = new Map<string, string[]>();
  await withSession(async ({ worker }) => {
    for (const { axis, values } of SIZES) {
      for (const value of values) {
        const size = { ...SEED_STEP, [axis]: value };
        const name = `units_${size.units}_batch_${size.batch}_time_${size.time}`;
        const row = known.get(name) ?? (await measure(worker, size, name));
        known.set(name, row);
        rows.push(row);
        console.log(`${row[0]}: ${row[1]} ms`);
      }
    }
  });
  results.tables.push({
    title: `A step on WASM, threads: ${threads}`,
    header: ['size', 'ms', 'GFLOP/s', 'notes/s', 'MiB'],
    rows,
  });
}

async function measure(worker: Session['worker'], size: StepSize, name: string): Promise<string[]> {
  const setup = { engine: 'wasm' as const, threads, size };
  await worker.evaluate((input) => candidate.start(input), setup);
  const work = (count: number) => worker.evaluate((n) => candidate.steps(n), count);
  const samples = await takeTurns([{ name, work }], { rounds: ROUNDS, turn: TURN_MS });
  const milliseconds = median(samples.get(name) ?? []);
  const memory = await worker.evaluate(() => insight.memory());
  const mebibytes = (memory.heapPeakBytes + memory.tensorBytes) / MIB;
  results.medians[`${name}_ms`] = milliseconds;
  results.medians[`${name}_mib`] = mebibytes;
  return [
    `${size.units} units, batch ${size.batch}, ${size.time} time steps`,
    figure(milliseconds),
    figure(flopsOfStep(size) / milliseconds / 1e6),
    figure((size.batch * size.time * 1000) / milliseconds),
    figure(mebibytes),
  ];
}

async function leak(engine: EngineName): Promise<void> {
  const seen: Memory[] = [];
  await withSession(async ({ worker }) => {
    const setup = { engine, threads, size: SMALL };
    await worker.evaluate((input) => candidate.start(input), setup);
    for (const count of [SETTLED, steps - SETTLED]) {
      await worker.evaluate((n) => candidate.steps(n), count);
      seen.push(await worker.evaluate(() => insight.memory()));
    }
  });
  const kib = (bytes: number): string => (bytes / 1024).toFixed(1);
  results.tables.push({
    title: `Memory over ${steps} steps of a small network on ${engine}`,
    header: [
      'after',
      'tensors',
      'tensors, KiB',
      'textures, KiB',
      'with those kept, KiB',
      'kernels hold, KiB',
      'kernels own, KiB',
    ],
    rows: seen.map((memory, i) => [
      `${i === 0 ? SETTLED : steps} steps`,
      String(memory.tensors),
      ...[
        memory.tensorBytes,
        memory.adapterBytes,
        memory.adapterPoolBytes,
        memory.heapBytes,
        memory.memoryBytes,
      ].map(kib),
    ]),
  });
  const [early, late] = seen;
  results.medians[`${engine}_leaked_tensors`] = late.tensors - early.tensors;
  results.medians[`${engine}_leaked_bytes`] =
    late.tensorBytes - early.tensorBytes + (late.memoryBytes - early.memoryBytes);
  // Textures in use belong to the pool, so the growth of the pool includes them.
  results.medians[`${engine}_leaked_adapter_bytes`] =
    late.adapterPoolBytes - early.adapterPoolBytes;
}
