/** Reads an `.etude` file and compares it with the network of its preset. */
import { startBackend } from '../engine/backend/backend';
import { buildNetwork } from '../model/buildNetwork';
import { type PresetId, presets, type TrainingSettings } from '../model/preset';
import type { TensorRow } from '../training/modelFile/manifest';
import { type ModelResult, readModelFile } from '../training/modelFile/read';

export function readModel(bytes: Uint8Array): Promise<ModelResult> {
  return readModelFile(bytes, tensorsOf);
}

async function tensorsOf(preset: PresetId, settings: TrainingSettings): Promise<TensorRow[]> {
  await startBackend('cpu');
  const network = buildNetwork(presets[preset], settings);
  try {
    return network.variables().map(({ name, variable }) => ({ name, shape: variable.shape }));
  } finally {
    network.dispose();
  }
}
