/** Which engine trains: forced by the address, chosen by the person, or the fastest measured here. */
import type { StoreApi } from 'zustand/vanilla';
import { type BackendName, type EngineReport, isBackendName } from '../model/engineReport';
import { measureEngines, rememberedEngine } from './engineChoice';
import type { AppState, EngineChoice } from './state';

const STORAGE_KEY = 'etude.engineChoice';

export class EngineRoom {
  readonly #store: StoreApi<AppState>;
  readonly #createWorker: () => Worker;
  #opening: Promise<EngineReport>;

  constructor(store: StoreApi<AppState>, createWorker: () => Worker) {
    this.#store = store;
    this.#createWorker = createWorker;
    this.#opening = this.#open(backendInAddress() ?? storedChoice());
  }

  /**
   * The engine that trains from now on.
   * @throws {Error} with a plain sentence where none runs
   */
  ready(): Promise<EngineReport> {
    return this.#opening;
  }

  /** Overrides what was measured, or goes back to it; remembered for the next visit. */
  choose(choice: EngineChoice): Promise<EngineReport> {
    storeChoice(choice);
    this.#opening = this.#open(choice);
    return this.#opening;
  }

  async #open(choice: EngineChoice): Promise<EngineReport> {
    this.#store.setState({ engineChoice: choice, engine: undefined });
    const report =
      choice === 'auto'
        ? (rememberedEngine() ?? (await measureEngines(this.#createWorker)))
        : forced(choice);
    if (this.#store.getState().engineChoice === choice) this.#store.setState({ engine: report });
    return report;
  }
}

/** What is not known before it has started is filled in when a run does. */
function forced(backend: BackendName): EngineReport {
  return { backend, adapter: '', software: false, threads: 1, passedOver: [], forced: true };
}

/** `?backend=webgl|wasm|cpu` in the address forces an engine. */
function backendInAddress(): BackendName | undefined {
  const name = new URLSearchParams(location.search).get('backend') ?? '';
  return isBackendName(name) ? name : undefined;
}

function storedChoice(): EngineChoice {
  try {
    const stored = localStorage.getItem(STORAGE_KEY) ?? '';
    return isBackendName(stored) ? stored : 'auto';
  } catch {
    // Storage may be refused: then every visit begins with what is measured.
    return 'auto';
  }
}

function storeChoice(choice: EngineChoice): void {
  try {
    localStorage.setItem(STORAGE_KEY, choice);
  } catch {
    // Storage may be refused: the choice holds for this visit.
  }
}
