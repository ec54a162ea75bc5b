/** Job "probe": starts a backend, and times and checks two training steps on it. */
import { startBackend } from '../../engine/backend/backend';
import type { Handler } from '../protocol';
import { passTrial } from '../trialSteps';

export const probe: Handler<'probe'> = async function* ({ backend }) {
  const facts = await startBackend(backend);
  const { notesPerSecond } = await passTrial(backend);
  return { ...facts, notesPerSecond };
};
