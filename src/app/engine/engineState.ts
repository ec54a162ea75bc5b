/** The choice of an engine. */
import type { BackendName } from '../../engine/engineReport';

/** `auto` takes the fastest that was measured here. */
export type EngineChoice = 'auto' | BackendName;
