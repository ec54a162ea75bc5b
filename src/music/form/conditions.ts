/** Conditions of a piece, known before its first note: derived from it, or requested for a take. */
import type { GridMeter } from '../encoding/barPosition';
import type { Style } from '../style';
import type { PlannedBar } from './plan';

export interface Conditions {
  /** Never empty, ordered; bars are counted from tick 0, a bar line. */
  meters: readonly GridMeter[];
  /** Default: none, as for a person's own pieces. */
  style?: Style;
  /** 0..23, see `key.ts`. Default: unknown. */
  key?: number;
  /** Bars from the first to that of the last onset. Default: unknown. */
  bars?: number;
  /** One entry per bar, from the first; further bars are new. Default: unknown. */
  plan?: readonly PlannedBar[];
  /** Place of the last onset in its bar, as a share of the bar, 0..1. Default: its bar line. */
  lastPlace?: number;
}
