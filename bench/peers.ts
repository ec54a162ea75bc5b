/**
 * Etude in Chromium against PyTorch and Keras, with the same number of threads, in turns.
 * `bench/peers/README.md` describes their installation.
 *
 *     npm run bench:peers -- [--rounds 7] [--only wasm2,pytorch2,keras_jax2]
 */
import { commandOptions, someOf, whole } from '../scripts/commandLine';
import { openSession, type Session, serveSite } from './harness/browser';
import { describeMachine } from './harness/machine';
import { Peer, peersInstalled } from './harness/peer';
import { emptyResults, publish, setRatio } from './harness/results';
import { medians, type Turn, takeTurns } from './harness/rounds';
import { figure } from './harness/table';
import { flopsOfStep } from './harness/work';
import { SEED_STEP } from './page/candidate';

const TURN_MS = 1000;
const THREADS = [1, 2] as const;

/** Keras on each backend in its fastest form; the README lists the others. */
const PEERS: readonly { name: string; script: string; args: readonly string[] }[] = [
  { name: 'pytorch', script: 'pytorch_step.py', args: [] },
  { name: 'keras_jax', script: 'keras_step.py', args: ['--backend', 'jax'] },
  { name: 'keras_tensorflow', script: 'keras_step.py', args: ['--backend', 'tensorflow'] },
  { name: 'keras_torch', script: 'keras_step.py', args: ['--backend', 'torch', '--no-jit'] },
];

const names = THREADS.flatMap((threads) =>
  ['wasm', ...PEERS.map(({ name }) => name)].map((name) => `${name}${threads}`),
);
const { rounds, only } = commandOptions({ rounds: whole(7), only: someOf(names) });
if (!peersInstalled()) {
  console.error('The peers are not installed: bench/peers/README.md says how.');
  process.exit(1);
}

interface Entrant extends Turn {
  title: string;
  threads: number;
  close(): void | Promise<void>;
}

const machine = describeMachine();
const entrants: Entrant[] = [];
const site = await serveSite();
let samples = new Map<string, number[]>();
try {
  for (const threads of THREADS) {
    await admit(`wasm${threads}`, () => enterOurs(threads));
    for (const { name, script, args } of PEERS) {
      await admit(`${name}${threads}`, () => enterPeer(`${name}${threads}`, script, args, threads));
    }
  }
  samples = await takeTurns(entrants, { rounds, turn: TURN_MS });
} finally {
  for (const entrant of entrants) await entrant.close();
  await site.close();
}
report();

async function admit(name: string, enter: () => Promise<Entrant>): Promise<void> {
  if (!only.includes(name)) return;
  try {
    const entrant = await enter();
    console.log(`${entrant.title}: ready, threads: ${entrant.threads}`);
    entrants.push(entrant);
  } catch (error) {
    console.log(`${name}: does not take part: ${String(error)}`);
  }
}

async function enterOurs(threads: number): Promise<Entrant> {
  const session: Session = await openSession(site, 'ours');
  machine.browser = `Chromium ${session.version}`;
  const setup = { engine: 'wasm' as const, threads, size: SEED_STEP };
  const started = await session.worker.evaluate((input) => candidate.start(input), setup);
  if (started.threads !== threads) {
    await session.close();
    throw new Error(`${started.threads} threads only`);
  }
  return {
    name: `wasm${threads}`,
    title: 'Etude, WASM in Chromium',
    threads,
    work: (count) => session.worker.evaluate((n) => candidate.steps(n), count),
    close: session.close,
  };
}

async function enterPeer(
  name: string,
  script: string,
  args: readonly string[],
  threads: number,
): Promise<Entrant> {
  const { peer, name: title } = await Peer.start(script, [...args, '--threads', String(threads)]);
  return { name, title, threads, work: (count) => peer.steps(count), close: () => peer.close() };
}

function report(): void {
  const results = emptyResults(machine);
  results.samples = Object.fromEntries(samples);
  for (const [name, value] of medians(samples)) results.medians[`${name}_ms`] = value;
  const flops = flopsOfStep(SEED_STEP);
  const { units, batch, time } = SEED_STEP;
  results.tables.push({
    title: `One training step beside PyTorch and Keras: ${units} units, batch ${batch}, ${time} time steps`,
    header: ['candidate', 'threads', 'ms a step', 'least', 'most', 'GFLOP/s'],
    rows: entrants.map(({ name, title, threads }) => {
      const values = results.samples[name];
      const middle = results.medians[`${name}_ms`];
      const times = [middle, Math.min(...values), Math.max(...values)].map(figure);
      return [title, String(threads), ...times, figure(flops / middle / 1e6)];
    }),
  });
  for (const threads of THREADS) {
    const fastest = PEERS.map(({ name }) => `${name}${threads}_ms`)
      .filter((name) => name.startsWith('keras') && results.medians[name] !== undefined)
      .sort((a, b) => results.medians[a] - results.medians[b])[0];
    const ours = `wasm${threads}_ms`;
    setRatio(results, `wasm${threads}_vs_keras`, fastest ?? `keras${threads}_ms`, ours);
    setRatio(results, `wasm${threads}_vs_pytorch`, `pytorch${threads}_ms`, ours);
    if (fastest) console.log(`Fastest Keras, threads: ${threads}: ${fastest}`);
  }
  publish('peers', results);
}
