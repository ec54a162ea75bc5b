/**
 * The only writer of `state.training`. Each transition of a run has a name here; the rest of the
 * app reads the state and calls the transitions.
 *
 * Steps and epochs of a small run come dozens of times a second, and each change of the state
 * renders the training panel and lays out its tables. They are therefore collected and written
 * together; every other transition writes the collected ones first, so that none is lost.
 */
import type { StoreApi } from 'zustand/vanilla';
import { t } from '../../texts/t';
import type { Checkpoint, EpochRecord } from '../../training/checkpoint';
import { throttled } from '../shared/throttled';
import type { AppState } from '../state';
import type {
  RunOutcome,
  ShownRun,
  TrainingPhase,
  TrainingProgress,
  TrainingState,
} from './runState';

/** Steps and epochs are written at most this often, milliseconds: more cannot be read. */
const WRITE_INTERVAL = 100;

/** Changes of the state that belong to the same moment as a transition. */
type Alongside = Omit<Partial<AppState>, 'training'>;

export class TrainingTransitions {
  readonly #store: StoreApi<AppState>;
  #newestStep: TrainingProgress | undefined;
  #newEpochs: EpochRecord[] = [];
  readonly #writing = throttled(() => this.#writeProgress(), WRITE_INTERVAL);

  constructor(store: StoreApi<AppState>) {
    this.#store = store;
  }

  /** A run begins; the model at hand stays until `checkpointTaken` replaces it. */
  starting(run: ShownRun, history: readonly EpochRecord[] = []): void {
    this.#writing.now();
    this.#store.setState(({ training: { checkpoint, model } }) => ({
      training: {
        phase: 'preparing',
        preparing: t('run.preparingEngine'),
        epochs: [...history],
        run,
        checkpoint,
        model,
      },
    }));
  }

  /** @param what a sentence for the panel, such as "Preparing the engine (wasm)..." */
  preparing(what: string): void {
    this.#change({ preparing: what });
  }

  stepTaken(progress: TrainingProgress): void {
    this.#newestStep = progress;
    this.#writing.call();
  }

  epochFinished(record: EpochRecord): void {
    this.#newEpochs.push(record);
    this.#writing.call();
  }

  /** @param frequencyLoss reference of the run, nats per note */
  referenceKnown(frequencyLoss: number): void {
    this.#update(({ run }) => ({ run: run && { ...run, frequencyLoss } }));
  }

  /** The run's checkpoint becomes the model at hand. */
  checkpointTaken(checkpoint: Checkpoint): void {
    this.#update(({ run }) => ({ checkpoint, model: run?.id }));
  }

  /** @returns false where nothing runs that could be paused */
  paused(): boolean {
    return this.#step('running', 'paused');
  }

  /** @returns false where nothing is paused */
  resumed(): boolean {
    return this.#step('paused', 'running');
  }

  stopping(): void {
    this.#change({ phase: 'stopping' });
  }

  /** The run continues from its last save: epochs finished since are taken back. */
  rolledBack(history: readonly EpochRecord[]): void {
    this.#update(({ phase }) => ({
      phase: phase === 'paused' ? 'paused' : 'preparing',
      preparing: t('run.goingOn'),
      epochs: [...history],
    }));
  }

  finished(outcome: RunOutcome): void {
    this.#update(({ checkpoint }) => ({ phase: checkpoint ? 'finished' : 'idle', outcome }));
  }

  /**
   * @param reason in plain words
   * @param outcome of a run that left a model. Default: it left none.
   */
  failed(reason: string, outcome?: RunOutcome): void {
    this.#change({ phase: 'failed', error: reason, ...(outcome && { outcome }) });
  }

  /** The chosen engine cannot be used; an active run is not affected. */
  engineRefused(reason: string): void {
    this.#change({ error: reason });
  }

  /** A model that was trained earlier becomes the one at hand. */
  modelOpened(run: ShownRun, checkpoint: Checkpoint, alongside: Alongside = {}): void {
    this.#writing.now();
    const epochs = [...checkpoint.history];
    this.#store.setState({
      ...alongside,
      training: { phase: 'finished', preparing: '', epochs, run, checkpoint, model: run.id },
    });
  }

  /** An earlier state returns: the start of a run was refused, or the opening of a model undone. */
  restored(training: TrainingState, alongside: Alongside = {}): void {
    this.#writing.now();
    this.#store.setState({ ...alongside, training });
  }

  #step(from: TrainingPhase, to: TrainingPhase): boolean {
    this.#writing.now();
    if (this.#store.getState().training.phase !== from) return false;
    this.#change({ phase: to });
    return true;
  }

  #change(change: Partial<TrainingState>): void {
    this.#update(() => change);
  }

  #update(change: (training: TrainingState) => Partial<TrainingState>): void {
    this.#writing.now();
    this.#write(change);
  }

  #writeProgress(): void {
    const step = this.#newestStep;
    const records = this.#newEpochs;
    this.#newestStep = undefined;
    this.#newEpochs = [];
    this.#write(({ phase, progress, epochs }) => ({
      // After the first step the engine is prepared.
      phase: step && phase === 'preparing' ? 'running' : phase,
      progress: step ?? progress,
      epochs: records.length > 0 ? [...epochs, ...records] : epochs,
    }));
  }

  #write(change: (training: TrainingState) => Partial<TrainingState>): void {
    this.#store.setState(({ training }) => ({ training: { ...training, ...change(training) } }));
  }
}
