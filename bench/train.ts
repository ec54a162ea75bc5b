/**
 * Time of a training step: Etude's engines against tf.layers on the same backends, each in a
 * separate browser, in turns.
 *
 *     npm run bench:train -- [--rounds 7] [--only wasm1,wasm2] [--cpu] [--flags "--use-angle=gl"]
 */
import { commandOptions, flag, someOf, text, whole } from '../scripts/commandLine';
import { openSession, type Session, type Side, serveSite } from './harness/browser';
import { describeMachine } from './harness/machine';
import { emptyResults, publish, setRatio } from './harness/results';
import { medians, takeTurns } from './harness/rounds';
import { median } from './harness/statistics';
import { figure } from './harness/table';
import { flopsOfStep } from './harness/work';
import { type EngineName, SEED_STEP, type Setup } from './page/candidate';

const TURN_MS = 1000;
const PEAK_MS = 200;

interface Entry {
  name: string;
  title: string;
  side: Side;
  engine: EngineName;
  threads: number;
  /** See `Setup`. */
  orthogonal?: boolean;
  /** Runs its first step only. */
  leaves?: boolean;
}

const ENTRIES: readonly Entry[] = [
  { name: 'wasm1', title: 'Etude, WASM, 1 thread', side: 'ours', engine: 'wasm', threads: 1 },
  { name: 'wasm2', title: 'Etude, WASM, 2 threads', side: 'ours', engine: 'wasm', threads: 2 },
  { name: 'webgl', title: 'Etude, WebGL', side: 'ours', engine: 'webgl', threads: 1 },
  tfLayers('wasm', 'tf.layers, WASM'),
  tfLayers('webgl', 'tf.layers, WebGL'),
  {
    // By default the weights are still being drawn when the first step begins.
    ...tfLayers('webgl', 'tf.layers, WebGL, by default'),
    name: 'tflayers_webgl_default',
    orthogonal: true,
    leaves: true,
  },
  tfLayers('cpu', 'tf.layers, CPU'),
];

function tfLayers(engine: EngineName, title: string): Entry {
  return { name: `tflayers_${engine}`, title, side: 'tf-layers', engine, threads: 1 };
}

const { rounds, only, cpu, flags } = commandOptions({
  rounds: whole(7),
  /** Names of candidates. Default: all but tf.layers on plain JavaScript. */
  only: someOf(
    ENTRIES.map(({ name }) => name),
    [],
  ),
  /** Includes tf.layers on plain JavaScript, ten seconds a step. */
  cpu: flag(),
  /** Chromium's flags. Default: WebGL on SwiftShader. */
  flags: text(undefined),
});
const entries = ENTRIES.filter(({ name }) =>
  only.length > 0 ? only.includes(name) : cpu || name !== 'tflayers_cpu',
);
const machine = describeMachine();
const results = emptyResults(machine);
const sessions: { entry: Entry; session: Session }[] = [];
const peaks: number[] = [];
const site = await serveSite();
try {
  for (const entry of entries) await enter(entry);
  const turns = sessions.map(({ entry, session }) => ({
    name: entry.name,
    work: async (count: number) => {
      const milliseconds = await session.worker.evaluate((n) => candidate.steps(n), count);
      if (entry.name === 'wasm1') {
        peaks.push(await session.worker.evaluate((ms) => insight.peak(ms), PEAK_MS));
      }
      return milliseconds;
    },
  }));
  const samples = await takeTurns(turns, { rounds, turn: TURN_MS });
  results.samples = Object.fromEntries(samples);
  for (const [name, value] of medians(samples)) results.medians[`${name}_ms`] = value;
} finally {
  for (const { session } of sessions) await session.close();
  await site.close();
}
report();

/** Starts a candidate and times its first step, which includes the compiling of shaders. */
async function enter(entry: Entry): Promise<void> {
  const { name, title, side, engine, threads, orthogonal } = entry;
  const session = await openSession(site, side, flags?.split(' '));
  machine.browser = `Chromium ${session.version}`;
  const setup: Setup = { engine, threads, size: SEED_STEP, orthogonal };
  try {
    const started = await session.worker.evaluate((input) => candidate.start(input), setup);
    if (started.threads !== threads) throw new Error(`${started.threads} threads only`);
    if (name === 'webgl') machine.gpu = started.adapter;
    const first = await session.worker.evaluate(() => candidate.steps(1));
    console.log(`${title}: first step ${figure(first)} ms`);
    results.medians[`${name}_first_step_ms`] = first;
    if (entry.leaves) await session.close();
    else sessions.push({ entry, session });
  } catch (error) {
    console.log(`${title}: does not take part: ${String(error)}`);
    await session.close();
  }
}

function report(): void {
  const flops = flopsOfStep(SEED_STEP);
  if (peaks.length > 0 && results.medians.wasm1_ms !== undefined) {
    results.medians.peak_flops = median(peaks);
    results.medians.wasm1_flops = (flops / results.medians.wasm1_ms) * 1000;
  }
  const rows = entries.map(({ name, title }) => {
    const values = results.samples[name] ?? [];
    const middle = results.medians[`${name}_ms`];
    return [
      title,
      ...[middle, Math.min(...values), Math.max(...values)].map(figure),
      figure(results.medians[`${name}_first_step_ms`]),
      figure(flops / middle / 1e6),
      figure((SEED_STEP.batch * SEED_STEP.time * 1000) / middle),
    ];
  });
  if (peaks.length > 0) {
    const peak = figure(median(peaks) / 1e9);
    rows.push(['Peak of the matrix product in WASM, 1 thread', '', '', '', '', peak, '']);
  }
  const { units, batch, time } = SEED_STEP;
  results.tables.push({
    title:
      `One training step: ${units} units, batch ${batch}, ${time} time steps, ` +
      `${figure(flops / 1e9)} GFLOP`,
    header: ['candidate', 'ms a step', 'least', 'most', 'first step, ms', 'GFLOP/s', 'notes/s'],
    rows,
  });
  setRatio(results, 'wasm1_vs_tflayers_wasm', 'tflayers_wasm_ms', 'wasm1_ms');
  setRatio(results, 'wasm2_vs_wasm1', 'wasm1_ms', 'wasm2_ms');
  setRatio(results, 'webgl_vs_tflayers_webgl', 'tflayers_webgl_ms', 'webgl_ms');
  const first = 'webgl_first_step_ms';
  setRatio(results, 'webgl_first_step_vs_tflayers', 'tflayers_webgl_default_first_step_ms', first);
  setRatio(results, 'webgl_shaders_vs_tflayers', `tflayers_${first}`, first);
  setRatio(results, 'flop_share', 'wasm1_flops', 'peak_flops');
  results.missing.generate_vs_tflayers_wasm = 'measured by bench:generate';
  publish('train', results);
}
