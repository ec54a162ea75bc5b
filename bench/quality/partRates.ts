/**
 * Part "rates": shares of the learning rate for runs from the start model, on one, three and ten
 * pieces of Chopin and on a whole archive. Least validation loss, and nats per note held out.
 */
import type { Preset } from '../../src/model/preset';
import { encodings } from '../../src/music/encoding';
import { archivePieces, type EncodedSong, fewPieces, type JudgedPieces } from './data';
import { judgeHeldOut } from './heldOut';
import { judged } from './judgedPresets';
import type { Figures, Part } from './part';
import { openStartFile } from './startFile';

const ARCHIVE = 'classical-piano.zip';

/** Runs on the same pieces; a share of 0 is the whole rate from nothing. */
interface Setup {
  name: string;
  pieces(preset: Preset): JudgedPieces<EncodedSong>;
  epochs: number;
  shares: readonly number[];
}

const onFew = (count: number): Setup => ({
  name: String(count),
  pieces: ({ encoding }) => fewPieces(count, encodings[encoding]),
  epochs: 12,
  shares: [0.25, 0.5, 1],
});

const SETUPS: readonly Setup[] = [
  onFew(1),
  onFew(3),
  onFew(10),
  {
    name: ARCHIVE,
    pieces: ({ encoding }) => archivePieces(ARCHIVE, encodings[encoding]),
    epochs: 3,
    shares: [0.5, 1, 0],
  },
];

export const rates: Part = {
  name: 'rates',
  title: 'Learning rates of runs from the start model',
  async measure({ worker, quick }) {
    const figures: Figures = {};
    const rows: string[][] = [];
    for (const { name, pieces: open, epochs, shares } of SETUPS) {
      const pieces = open(judged);
      for (const share of shares) {
        const { learningRate } = judged.defaults;
        const settings = {
          ...judged.defaults,
          epochs: quick ? 1 : epochs,
          learningRate: learningRate * (share || 1),
        };
        const start = share > 0;
        if (start) await openStartFile(worker);
        const { report, sum } = await judgeHeldOut(worker, pieces, judged, settings, { start });
        figures[`rates_${pieces.training.length}_${share}`] = sum;
        rows.push([
          name,
          String(pieces.training.length),
          start ? String(share) : 'from nothing',
          `${report.bestEpoch} of ${report.epochs}`,
          report.bestValidation?.toFixed(3) ?? '',
          sum.toFixed(3),
        ]);
        console.info(rows.at(-1)?.join(', '));
      }
    }
    const head = [
      'pieces',
      'trained on',
      'share of the rate',
      'best epoch',
      'validation',
      'held out',
    ];
    return { figures, table: { head, rows } };
  },
};
