/** Takes from silence, composed by the trained network in the worker. */

import { chooseForm } from '../../src/model/composing/takeForms';
import type { PieceForm } from '../../src/music/form/pieceForm';
import type { TimeSignature } from '../../src/music/song';
import type { Style } from '../../src/music/style';
import { judged } from './judgedPresets';
import { BARS } from './material';
import type { PartContext } from './part';
import type { ComposeReport, PlainTake } from './requests';

type Worker = PartContext['worker'];

/** Takes per batch. */
const BATCH = 20;
/** Separates the random streams of different networks. */
const SEED_STRIDE = 1000;

/** What takes are asked for. */
export interface Wanted {
  timeSignature: TimeSignature;
  forms: readonly PieceForm[];
  /** Style of each take by its seed, from the first again when they are used up. Default: any. */
  styles?: readonly (Style | undefined)[];
}

export async function composeTakes(
  worker: Worker,
  seed: number,
  count: number,
  wanted: Wanted,
): Promise<PlainTake[]> {
  const seeds = Array.from({ length: count }, (_, i) => SEED_STRIDE * seed + i);
  const takes: PlainTake[] = [];
  for (let first = 0; first < count; first += BATCH) {
    const batch = await composeBatch(worker, seeds.slice(first, first + BATCH), wanted);
    takes.push(...batch.takes);
  }
  return takes;
}

/** One batch, with the defaults of the app. */
export function composeBatch(
  worker: Worker,
  seeds: number[],
  { timeSignature, forms, styles = [] }: Wanted,
): Promise<ComposeReport> {
  return worker.evaluate((order) => quality.compose(order), {
    preset: judged,
    seeds,
    forms: seeds.map((own) =>
      chooseForm({ style: styles[own % styles.length] }, forms, BARS, own, undefined),
    ),
    settings: {
      temperature: 0.9,
      rhythmTemperature: 1,
      topP: 0.9,
      length: BARS,
      timeSignature,
    },
  });
}
