/** Steps that several tests take on their way to what they are about. */

import type { Studio } from '../pages/app';
import type { SettingsToType } from '../pages/trainingPanel';
import { lowerDown, upAndDown } from './midiFiles';

/** A run of a few seconds, at a rate at which the loss falls within it. */
const smallRun = {
  Epochs: 3,
  'Batch size': 16,
  'Learning rate': 0.01,
  'Sequence length': 8,
} as const satisfies SettingsToType;

/** Chooses the published network and types the settings of a small run. */
export async function setUpRun({ training }: Studio, settings: SettingsToType = {}): Promise<void> {
  await training.preset.selectOption('Seed');
  await training.type({ ...smallRun, ...settings });
}

/** Adds the two small pieces. */
export async function addPieces({ library }: Studio): Promise<void> {
  await library.choose([upAndDown, lowerDown]);
  await library.settled();
}

/** Opens the app on WASM with the two small pieces and the settings of a small run. */
export async function readyToTrain(studio: Studio, settings: SettingsToType = {}): Promise<void> {
  await studio.open('wasm');
  await addPieces(studio);
  await setUpRun(studio, settings);
}

/** As `readyToTrain`, and trains to the end: there is a model to compose with. */
export async function trained(studio: Studio): Promise<void> {
  await readyToTrain(studio);
  await studio.training.train.click();
  await studio.training.finished();
}
