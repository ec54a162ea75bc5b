/** Reads an `.etude` file and compares it with the network of its preset. */
import { presets } from '../model/preset';
import { weightShapes } from '../model/weightShapes';
import { type ModelResult, readModelFile } from '../training/modelFile/read';

export function readModel(bytes: Uint8Array): Promise<ModelResult> {
  return readModelFile(bytes, (preset) => weightShapes(presets[preset]));
}
