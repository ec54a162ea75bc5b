/** Form of a training piece, stored with the model so that takes can follow it. */
import type { Style } from '../style';
import type { Conditions } from './conditions';
import { writePlan } from './planText';

export interface PieceForm {
  /** Id of the piece. */
  piece: string;
  /** Default: none, as for a person's own pieces. */
  style?: Style;
  /** 0..23, see `key.ts`. Default: unknown. */
  key?: number;
  /** Number of bars. */
  bars: number;
  /** See `planText.ts`. */
  plan: string;
  /** Place of the last onset in its bar, as a share of the bar, 0..1. */
  lastPlace: number;
}

/** Decimals of a share of a bar: less than half a grid tick of the longest bars. */
const PLACE_DIGITS = 4;

export function pieceForm(
  piece: string,
  { style, key, bars = 0, plan = [], lastPlace = 0 }: Conditions,
): PieceForm {
  return {
    piece,
    ...(style && { style }),
    key,
    bars,
    plan: writePlan(plan),
    lastPlace: Number(lastPlace.toFixed(PLACE_DIGITS)),
  };
}
