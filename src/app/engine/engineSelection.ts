/** Which engine trains: forced by the address, chosen by the person, or the fastest measured here. */
import type { StoreApi } from 'zustand/vanilla';
import { type BackendName, type EngineReport, isBackendName } from '../../engine/engineReport';
import { errorMessage } from '../../lib/errorMessage';
import type { AppState } from '../state';
import { measureEngine, measureEngines } from './engineChoice';
import { recallEngine, rememberEngine } from './engineMemory';
import type { EngineChoice } from './engineState';

const STORAGE_KEY = 'etude.engineChoice';

export class EngineSelection {
  readonly #store: StoreApi<AppState>;
  readonly #createWorker: () => Worker;
  #measuring = new AbortController();
  #opening: Promise<EngineReport>;

  constructor(store: StoreApi<AppState>, createWorker: () => Worker) {
    this.#store = store;
    this.#createWorker = createWorker;
    this.#opening = this.#open(backendInAddress() ?? storedChoice());
  }

  /**
   * The engine for the next run, once it is measured.
   * @throws {Error} with plain sentences where no engine runs, or not the requested one
   */
  ready(): Promise<EngineReport> {
    return this.#opening;
  }

  /** Overrides the measured engine or returns to it; stored for the next visit. */
  choose(choice: EngineChoice): Promise<EngineReport> {
    storeChoice(choice);
    this.#opening = this.#open(choice);
    return this.#opening;
  }

  async #open(choice: EngineChoice): Promise<EngineReport> {
    // Two trials at once would slow each other down.
    this.#measuring.abort();
    this.#measuring = new AbortController();
    const { signal } = this.#measuring;
    this.#store.setState({ engineChoice: choice, engine: undefined, engineFault: undefined });
    try {
      const report = recallEngine(choice) ?? (await this.#measure(choice, signal));
      signal.throwIfAborted();
      this.#store.setState({ engine: report });
      return report;
    } catch (error) {
      // A later choice has replaced this one.
      if (signal.aborted) return this.#opening;
      const engineFault = errorMessage(error);
      this.#store.setState({ engineFault });
      throw error;
    }
  }

  async #measure(choice: EngineChoice, signal: AbortSignal): Promise<EngineReport> {
    const surroundings = { createWorker: this.#createWorker, signal };
    if (choice !== 'auto') {
      const report = await measureEngine(choice, surroundings);
      rememberEngine(choice, report);
      return report;
    }
    const { report, lasting } = await measureEngines(surroundings);
    if (lasting) rememberEngine(choice, report);
    return report;
  }
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
    // Storage may be refused: each visit then starts with the measured engine.
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
