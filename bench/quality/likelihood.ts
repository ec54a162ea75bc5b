/**
 * Likelihood of whole pieces, computed by the composer's code: from the first note on, with the
 * state carried through the piece.
 */

import type { MakeCell } from '../../src/engine/lstm/cell.ts';
import { ComposingHead } from '../../src/model/polyphonic/composingHead.ts';
import { ComposingLstm } from '../../src/model/polyphonic/composingLstm.ts';
import type { PolyphonicArchitecture } from '../../src/model/preset.ts';
import { softmax } from '../../src/model/sampling.ts';
import type { NamedWeight } from '../../src/model/weightValues.ts';
import type { EncodingColumn } from '../../src/music/encoding/encoding.ts';
import type { EncodedPiece } from '../../src/training/split.ts';

/** Nats of each predicted column, summed over the pieces. */
export function natsOf(
  pieces: readonly EncodedPiece[],
  architecture: PolyphonicArchitecture,
  columns: readonly EncodingColumn[],
  weights: readonly NamedWeight[],
  makeCell: MakeCell,
): number[] {
  const heads = columns.flatMap(({ predicted }, index) =>
    predicted ? [{ index, head: new ComposingHead(architecture, columns, index, weights) }] : [],
  );
  const sums = heads.map(() => 0);
  for (const { rows } of pieces) {
    const lstm = new ComposingLstm(architecture, columns, weights, 1, makeCell);
    let latest = columns.map(() => -1);
    try {
      for (let at = 0; at < rows.data.length; at += rows.width) {
        lstm.read([latest]);
        latest = Array.from(rows.data.subarray(at, at + rows.width));
        heads.forEach(({ index, head }, i) => {
          if (latest[index] < 0) return;
          sums[i] -= Math.log(softmax(head.logits(lstm.state(0), latest))[latest[index]]);
        });
      }
    } finally {
      lstm.dispose();
    }
  }
  return sums;
}
