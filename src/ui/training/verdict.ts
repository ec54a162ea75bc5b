/** Verdict on the size of the data and the reliability of its validation. */
import { formatCount, plural } from '../../lib/counts';
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
  const held = statistics.pieces.validation === 0 ? ' None can be held out to check it.' : '';
  if (pieces === 0 || statistics.sequences.training === 0) {
    return { kind: 'empty', text: 'Nothing to learn from yet: add a piece or include one.' };
  }
  const size = plural(pieces, 'piece');
  if (pieces < MEMORISED_PIECES) {
    return { kind: 'poor', text: `${size}: will probably memorise; add more.${held}` };
  }
  if (notes < FEW_NOTES) {
    const count = formatCount(notes);
    return { kind: 'poor', text: `${size}, but only ${count} notes: add longer ones.${held}` };
  }
  if (pieces < FEW_PIECES) {
    return {
      kind: 'fair',
      text: `${size}: it will sound like them. Add more for variety.${held}`,
    };
  }
  return { kind: 'good', text: `${size}: enough to learn a style rather than its pieces.${held}` };
}
