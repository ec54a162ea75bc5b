/** What is known of a piece before its first note: what it was made of, or what is wished for. */
import type { GridMeter } from '../encoding/barPosition';
import type { PlannedBar } from './plan';

export interface Conditions {
  /** Never empty, ordered; bars are counted from tick 0, a bar line. */
  meters: readonly GridMeter[];
  /** 0..23, see `key.ts`; absent where it is not known. */
  key?: number;
  /** Bars from the first to the one of the last onset; absent where that is not known. */
  bars?: number;
  /** One entry a bar, from the first on; bars without one are new. Absent where it is not known. */
  plan?: readonly PlannedBar[];
  /** Where in its bar the last onset stands, as a share of the bar, 0..1; absent for on the line. */
  lastPlace?: number;
}
