/** Job "probe": starts a backend, and times and checks two training steps on it. */
import { startBackend } from '../../engine/backend/backend';
import type { Handler } from '../protocol';
import { expectKnownLosses, takeTrialSteps, trials } from '../trialSteps';

export const probe: Handler<'probe'> = async function* ({ backend }) {
  const facts = await startBackend(backend);
  const trial = backend === 'cpu' ? trials.small : trials.whole;
  const { losses, notesPerSecond } = await takeTrialSteps(trial);
  expectKnownLosses(trial, losses);
  return { ...facts, notesPerSecond };
};
