/** Etude's own model, as far as this copy of Etude has it. */
import type { Checkpoint } from '../../training/checkpoint';
import type { StartCard } from '../../training/modelFile/startCard';

/** Etude's own model, as far as this copy of Etude has it. */
export interface StartState {
  card: StartCard;
  /** Share of the model that has arrived, 0..1. Absent while it is not being fetched. */
  loading?: number;
  /** Absent until it is first needed. */
  checkpoint?: Checkpoint;
}
