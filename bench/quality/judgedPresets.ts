/** The presets that are judged. The only place that names them. */
import { DEFAULT_PRESET, type Preset, presets } from '../../src/model/preset';

/** Preset under judgement: the one that a newcomer trains. */
export const judged: Preset = presets[DEFAULT_PRESET];

/** Network without memory of the piece, for comparison within a run. */
export const withoutMemory: Preset = presets['studio-medium'];
