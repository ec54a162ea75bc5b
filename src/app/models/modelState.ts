/** The kept models. */
import type { PresetId } from '../../model/preset';

/** A kept model: a row of the list "Models". */
export interface ModelEntry {
  id: string;
  title: string;
  preset: PresetId;
  /** Epochs finished, and epochs requested. */
  epoch: number;
  epochs: number;
  /** Lowest, nats per note. Default: nothing was held out. */
  validationLoss?: number;
  /** Those it was trained and validated on. */
  pieces: { id: string; title: string }[];
  /** Milliseconds since 1970. */
  when: number;
}
