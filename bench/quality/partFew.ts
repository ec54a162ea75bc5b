/**
 * Part "few": training on a few pieces. Nats per note on held-out Chopin after training on other
 * Chopin, for the evaluated preset and for the network without memory in the same run.
 */
import type { Preset } from '../../src/model/preset';
import { encodings } from '../../src/music/encoding';
import { sumOf } from './conditions';
import { countRows, fewPieces } from './data';
import { type HeldOutNats, judgeHeldOut } from './heldOut';
import { judged, withoutMemory } from './judgedPresets';
import type { Figures, Part } from './part';

/** One training run per row; other piece counts and presets are further rows. */
interface FewRun {
  /** Name of its figure. */
  figure: string;
  preset: Preset;
  /** Number of training pieces. */
  count: number;
}

const RUNS: readonly FewRun[] = [
  { figure: 'few_10_nats_per_note', preset: judged, count: 10 },
  { figure: 'few_10_without_memory_nats_per_note', preset: withoutMemory, count: 10 },
];

export const few: Part = {
  name: 'few',
  title: 'Few pieces of Chopin: nats per note on other Chopin',
  async measure({ worker, quick }) {
    const figures: Figures = {};
    const rows: string[][] = [];
    const known = new Map<string, HeldOutNats>();
    for (const { figure, preset, count } of RUNS) {
      const pieces = fewPieces(count, encodings[preset.encoding]);
      const settings = { ...preset.defaults, ...(quick && { epochs: 1 }) };
      // Training is deterministic, so equal runs are trained once.
      const key = `${preset.id}, ${count}`;
      const result = known.get(key) ?? (await judgeHeldOut(worker, pieces, preset, settings));
      known.set(key, result);
      const { report, sum, conditions } = result;
      figures[figure] = sum;
      figures.few_test_notes = countRows(pieces.test);
      rows.push([
        `${preset.title}, best epoch ${report.bestEpoch} of ${report.epochs}`,
        String(count),
        sumOf(conditions).toFixed(3),
        sum.toFixed(3),
      ]);
    }
    return {
      figures,
      table: { head: ['model', 'pieces', 'conditions', 'nats per note'], rows },
    };
  },
};
