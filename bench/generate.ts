/**
 * Speed of composing: Etude's composer, as the app calls it, against tf.layers' `predict` on WASM
 * over a window of 32 notes, the common way to sample such networks.
 *
 *     npm run bench:generate -- [--rounds 7]
 */
import { commandOptions, whole } from '../scripts/commandLine';
import { openSession, type Session, type Side, serveSite } from './harness/browser';
import { describeMachine } from './harness/machine';
import { emptyResults, publish, setRatio } from './harness/results';
import { medians, type Turn, takeTurns } from './harness/rounds';
import { figure } from './harness/table';
import { SEED_STEP, type Setup } from './page/candidate';

const TURN_MS = 1000;
const VOICES = [1, 4] as const;
const SIDES: readonly { side: Side; name: string; title: string }[] = [
  { side: 'ours', name: 'etude', title: 'Etude' },
  { side: 'tf-layers', name: 'tflayers_wasm', title: 'tf.layers, wasm' },
];

const { rounds } = commandOptions({ rounds: whole(7) });
const machine = describeMachine();
const results = emptyResults(machine);
const sessions: Session[] = [];
const turns: (Turn & { title: string; takes: number })[] = [];
const site = await serveSite();
let samples = new Map<string, number[]>();
try {
  for (const { side, name, title } of SIDES) {
    const { worker, version, close } = await openSession(site, side);
    sessions.push({ worker, version, close });
    machine.browser = `Chromium ${version}`;
    const setup: Setup = { engine: 'wasm', threads: 1, size: SEED_STEP };
    await worker.evaluate((input) => candidate.start(input), setup);
    for (const takes of VOICES) {
      turns.push({
        name: `${name}_${takes}`,
        title: `${title}, ${takes === 1 ? 'one take' : `${takes} takes at once`}`,
        takes,
        work: (count) =>
          worker.evaluate((input) => candidate.notes(input.count, input.takes), { count, takes }),
      });
    }
  }
  samples = await takeTurns(turns, { rounds, turn: TURN_MS });
} finally {
  for (const session of sessions) await session.close();
  await site.close();
}

results.samples = Object.fromEntries(samples);
const milliseconds = medians(samples);
for (const { name, takes } of turns) {
  const each = milliseconds.get(name) ?? Number.NaN;
  results.medians[`${name}_notes_per_second`] = (takes * 1000) / each;
}
results.tables.push({
  title: `Composing with ${SEED_STEP.units} units, one thread`,
  header: ['candidate', 'ms a note of each take', 'notes/s in all'],
  rows: turns.map(({ name, title }) => [
    title,
    figure(milliseconds.get(name)),
    figure(results.medians[`${name}_notes_per_second`]),
  ]),
});
const speed = (name: string): string => `${name}_notes_per_second`;
setRatio(results, 'generate_vs_tflayers_wasm', speed('etude_1'), speed('tflayers_wasm_1'));
setRatio(results, 'generate_4_takes_vs_tflayers_wasm', speed('etude_4'), speed('tflayers_wasm_4'));
publish('generate', results);
