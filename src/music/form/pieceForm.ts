/** What a model keeps of the form of each piece that it learnt from, so that takes can follow it. */
import type { Conditions } from './conditions';
import { writePlan } from './planText';

export interface PieceForm {
  /** Id of the piece. */
  piece: string;
  /** 0..23, see `key.ts`; absent where none was found. */
  key?: number;
  /** Bars of the piece. */
  bars: number;
  /** See `planText.ts`. */
  plan: string;
  /** Where in its bar the last onset stands, 0..1. */
  lastPlace: number;
}

/** Digits of a share of a bar: less than half a grid tick of the longest bars. */
const PLACE_DIGITS = 4;

export function pieceForm(
  piece: string,
  { key, bars = 0, plan = [], lastPlace = 0 }: Conditions,
): PieceForm {
  return {
    piece,
    key,
    bars,
    plan: writePlan(plan),
    lastPlace: Number(lastPlace.toFixed(PLACE_DIGITS)),
  };
}
