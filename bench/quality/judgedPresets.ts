/** The evaluated presets; no other file names them. */
import { DEFAULT_PRESET, type Preset, presets } from '../../src/model/preset';

/** Evaluated preset: the default of the app. */
export const judged: Preset = presets[DEFAULT_PRESET];

/** Network without memory of the piece, for comparison within a run. */
export const withoutMemory: Preset = presets['studio-medium'];
