/** From a requested start to the model that a run of the preset starts from. */
import type { PresetId } from '../model/preset';
import { type StartModel, startModel, startProblem, type TrainStart } from '../training/start';
import { readModel } from './readModel';

/**
 * @returns undefined for a start from nothing
 * @throws {Error} with a plain sentence where the model is damaged or does not fit the preset
 */
export async function openStart(
  start: TrainStart,
  preset: PresetId,
): Promise<StartModel | undefined> {
  const model = await modelOf(start);
  const problem = model && startProblem(model, preset);
  if (problem) throw new Error(problem);
  return model;
}

async function modelOf(start: TrainStart): Promise<StartModel | undefined> {
  switch (start.kind) {
    case 'nothing':
      return undefined;
    case 'model':
      return start.model;
    case 'file': {
      const read = await readModel(start.bytes);
      if (!read.ok) throw new Error(read.reason);
      return startModel(read.model.checkpoint, start.root);
    }
    default:
      return start satisfies never;
  }
}
