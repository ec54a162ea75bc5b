/** Parts "mutopia" and "classical": nats per note on held-out pieces, with counting baselines. */
import { presetTitle } from '../../src/model/presetTexts';
import { encodings } from '../../src/music/encoding';
import { sumOf } from './conditions';
import { countedNats } from './counting';
import { archivePieces, countRows } from './data';
import { judgeHeldOut, total } from './heldOut';
import { judged } from './judgedPresets';
import type { Part } from './part';

/** @param epochs Default: those of the preset. */
export function heldOut(
  name: string,
  archive: string,
  epochs = judged.defaults.epochs,
  title = archive,
): Part {
  const encoding = encodings[judged.encoding];
  /** Predicted columns, which have a likelihood. */
  const names = encoding.columns.filter(({ predicted }) => predicted).map(({ name }) => name);
  return {
    name,
    title: `${title}: nats per note on every tenth piece`,
    async measure({ worker, quick }) {
      const pieces = archivePieces(archive, encoding);
      const rows = countRows(pieces.test);
      const settings = { ...judged.defaults, epochs: quick ? 1 : epochs };
      const counts = countedNats(pieces, encoding.columns, [0]).map(({ title, nats }) => ({
        title,
        nats: nats.map((sum) => sum / rows),
      }));
      const { report, columns, conditions, sum, planKnown } = await judgeHeldOut(
        worker,
        pieces,
        judged,
        settings,
      );
      const line = (title: string, parts: readonly number[], told: number): string[] => [
        title,
        ...[...parts, told, total(parts) + told].map((part) => part.toFixed(3)),
      ];
      const told = sumOf(conditions);
      return {
        figures: {
          [`${name}_heldout_nats_per_note`]: sum,
          [`${name}_5gram_nats_per_note`]: Math.min(...counts.map(({ nats }) => total(nats))),
          ...Object.fromEntries(
            names.map((column, i) => [`${name}_heldout_${column}`, columns[i]]),
          ),
          [`${name}_heldout_conditions`]: told,
          ...(planKnown !== undefined && { [`${name}_heldout_plan_known`]: planKnown }),
          [`${name}_test_notes`]: rows,
          [`${name}_seconds`]: report.seconds,
          [`${name}_best_epoch`]: report.bestEpoch,
        },
        table: {
          head: ['model', ...names, 'conditions', 'sum'],
          rows: [
            line(
              `${presetTitle(judged.id)}, best epoch ${report.bestEpoch} of ${report.epochs}`,
              columns,
              told,
            ),
            ...(planKnown === undefined
              ? []
              : [['the same, plan told', ...names.map(() => ''), '', planKnown.toFixed(3)]]),
            ...counts.map(({ title, nats }) => line(title, nats, 0)),
          ],
        },
      };
    },
  };
}
