/** Verdict on the size of the data and the reliability of its validation. */

import { t } from '../../texts/t';
import type { DataStatistics } from '../../training/statistics';

export interface SizeVerdict {
  /** `poor`: training is possible, with results to be warned of. */
  kind: 'empty' | 'poor' | 'fair' | 'good';
  text: string;
}

/** Number of pieces below which the network can memorise them. */
const MEMORISED_PIECES = 5;
const FEW_PIECES = 20;
/** Notes below which a style is hardly covered: about four minutes of melody. */
const FEW_NOTES = 2000;

/** Judges what training would see of the included pieces. */
export function judgeDataSize(statistics: DataStatistics): SizeVerdict {
  const pieces = statistics.pieces.training + statistics.pieces.validation;
  const notes = statistics.notes.training + statistics.notes.validation;
  const held = statistics.pieces.validation === 0 ? ` ${t('training.noneHeldOut')}` : '';
  if (pieces === 0 || statistics.sequences.training === 0) {
    return { kind: 'empty', text: t('training.nothingToLearn') };
  }
  if (pieces < MEMORISED_PIECES) {
    return { kind: 'poor', text: t('training.willMemorise', { pieces }) + held };
  }
  if (notes < FEW_NOTES) {
    return { kind: 'poor', text: t('training.fewNotes', { pieces, notes }) + held };
  }
  if (pieces < FEW_PIECES) {
    return {
      kind: 'fair',
      text: t('training.soundsLikeThem', { pieces }) + held,
    };
  }
  return { kind: 'good', text: t('training.enoughPieces', { pieces }) + held };
}
