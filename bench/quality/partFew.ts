/**
 * Part "few": training on a few pieces. Nats per note on held-out Chopin after training on other
 * Chopin: from nothing, without memory in the same run, and from the start model, also after the
 * first seconds of training.
 */

import type { Preset } from '../../src/model/preset';
import { presetTitle } from '../../src/model/presetTexts';
import { encodings } from '../../src/music/encoding';
import { sumOf } from './conditions';
import { countRows, fewPieces } from './data';
import { type HeldOutNats, judgeHeldOut, total } from './heldOut';
import { judged, withoutMemory } from './judgedPresets';
import type { Figures, Part } from './part';
import { hasStartFile, openStartFile, startFileBytes } from './startFile';

/** One training run per row; other piece counts and presets are further rows. */
interface FewRun {
  /** Name of its figure. Default: none, only the table. */
  figure?: string;
  preset: Preset;
  /** Number of training pieces. */
  count: number;
  /** Whether it starts from the start model. */
  start?: true;
}

const RUNS: readonly FewRun[] = [
  { figure: 'few_10_without_memory_nats_per_note', preset: withoutMemory, count: 10 },
  { figure: 'few_10_nats_per_note', preset: judged, count: 10 },
  { preset: judged, count: 3 },
  { figure: 'few_1_nats_per_note', preset: judged, count: 1 },
  { figure: 'few_10_start_nats_per_note', preset: judged, count: 10, start: true },
  { preset: judged, count: 3, start: true },
  { figure: 'few_1_start_nats_per_note', preset: judged, count: 1, start: true },
];

/** Seconds of training after which the weights are evaluated. */
const MARKS = [0, 5, 15, 60];

export const few: Part = {
  name: 'few',
  title: 'Few pieces of Chopin: nats per note on other Chopin',
  async measure({ worker, quick }) {
    const figures: Figures = {};
    const rows: string[][] = [];
    const results = new Map<FewRun, HeldOutNats>();
    for (const run of RUNS.filter(({ start }) => !start || hasStartFile)) {
      const { figure, preset, count, start } = run;
      const pieces = fewPieces(count, encodings[preset.encoding]);
      const settings = { ...preset.defaults, ...(quick && { epochs: 1 }) };
      if (start) await openStartFile(worker);
      const result = await judgeHeldOut(worker, pieces, preset, settings, {
        start,
        followed: preset === judged,
      });
      results.set(run, result);
      const { report, sum, conditions } = result;
      if (figure) figures[figure] = sum;
      figures.few_test_notes = countRows(pieces.test);
      const from = start ? ', from the start model' : '';
      rows.push([
        `${presetTitle(preset.id)}${from}, best epoch ${report.bestEpoch} of ${report.epochs}`,
        String(count),
        ...MARKS.map((seconds) => atMark(result, seconds, countRows(pieces.test))),
        sumOf(conditions, conditions.plan > 0).toFixed(3),
        sum.toFixed(3),
      ]);
    }
    if (hasStartFile) {
      figures.start_download_bytes = startFileBytes();
      const seconds = secondsToBeat(results, figures);
      if (seconds !== undefined) figures.seconds_to_beat_scratch = seconds;
    } else {
      console.info('There is no start model: the runs that begin with it were left out.');
    }
    const marks = MARKS.map((seconds) => `after ${seconds} s`);
    return {
      figures,
      table: { head: ['model', 'pieces', ...marks, 'conditions', 'nats per note'], rows },
    };
  },
};

/** Nats per note, conditions included, of the weights at hand after some seconds of training. */
function atMark({ report, conditions }: HeldOutNats, seconds: number, notes: number): string {
  const point = report.trace.findLast((each) => each.seconds <= seconds);
  if (!point) return '';
  return (total(point.nats) / notes + sumOf(conditions, false)).toFixed(3);
}

/**
 * Seconds of training on ten pieces until the run from the start model is better than the whole run
 * from nothing is in the end; undefined if it never is.
 */
function secondsToBeat(
  results: ReadonlyMap<FewRun, HeldOutNats>,
  figures: Figures,
): number | undefined {
  const scratch = Number(figures.few_10_nats_per_note);
  const notes = Number(figures.few_test_notes);
  for (const [{ count, start }, { report, conditions }] of results) {
    if (!start || count !== 10) continue;
    return report.trace.find(({ nats }) => total(nats) / notes + sumOf(conditions, false) < scratch)
      ?.seconds;
  }
  return undefined;
}
