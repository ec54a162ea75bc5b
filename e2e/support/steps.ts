/** Steps that several tests share. */

import type { AppPage } from '../pages/app';
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
export async function setUpRun(
  { training }: AppPage,
  settings: SettingsToType = {},
): Promise<void> {
  await training.preset.selectOption('Classic (the published network)');
  await training.type({ ...smallRun, ...settings });
}

/** Adds the two small pieces. */
export async function addPieces({ library }: AppPage): Promise<void> {
  await library.choose([upAndDown, lowerDown]);
  await library.settled();
}

/** Opens the app on WASM with the two small pieces and the settings of a small run. */
export async function readyToTrain(app: AppPage, settings: SettingsToType = {}): Promise<void> {
  await app.open('wasm');
  await addPieces(app);
  await setUpRun(app, settings);
}

/** As `readyToTrain`, and trains to the end: there is a model to compose with. */
export async function trained(app: AppPage): Promise<void> {
  await readyToTrain(app);
  await app.training.train.click();
  await app.training.finished();
}
