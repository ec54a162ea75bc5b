/** Parts "mutopia" and "classical": nats per note on held-out pieces, against counting. */
import { presets } from '../../src/model/preset';
import { studio } from '../../src/music/encoding/studio';
import { countedNats } from './counting';
import { archivePieces, countRows } from './data';
import { trainAndJudge } from './judge';
import type { Part } from './parts';

/** Columns that have a likelihood: those that are predicted. */
const names = studio.columns.filter(({ predicted }) => predicted).map(({ name }) => name);

export function heldOut(name: string, archive: string, { epochs }: { epochs: number }): Part {
  return {
    name,
    title: `${archive}: nats per note on every tenth piece`,
    async measure({ worker, quick }) {
      const pieces = archivePieces(archive);
      if (!pieces) throw new Error(`${archive} is not beside the project.`);
      const preset = presets['studio-medium'];
      const settings = { ...preset.defaults, epochs: quick ? 1 : epochs };
      const rows = countRows(pieces.test);
      const counts = countedNats(pieces, studio.columns, [0]).map(({ title, nats }) => ({
        title,
        nats: nats.map((sum) => sum / rows),
      }));
      const verdict = await trainAndJudge(worker, pieces, preset, settings, studio.columns);
      const nats = verdict.nats.map((sum) => sum / rows);
      const total = (parts: readonly number[]): number =>
        parts.reduce((sum, part) => sum + part, 0);
      const line = (title: string, parts: readonly number[]): string[] => [
        title,
        ...parts.map((part) => part.toFixed(3)),
        total(parts).toFixed(3),
      ];
      return {
        figures: {
          [`${name}_heldout_nats_per_note`]: total(nats),
          [`${name}_5gram_nats_per_note`]: Math.min(...counts.map(({ nats }) => total(nats))),
          ...Object.fromEntries(names.map((column, i) => [`${name}_heldout_${column}`, nats[i]])),
          [`${name}_test_notes`]: rows,
          [`${name}_seconds`]: verdict.seconds,
          [`${name}_best_epoch`]: verdict.bestEpoch,
        },
        table: {
          head: ['model', ...names, 'sum'],
          rows: [
            line(`${preset.title}, best epoch ${verdict.bestEpoch} of ${verdict.epochs}`, nats),
            ...counts.map(({ title, nats }) => line(title, nats)),
          ],
        },
      };
    },
  };
}
