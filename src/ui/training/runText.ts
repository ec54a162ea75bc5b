/** Text about the run: progress, result. */
import type { RunOutcome, TrainingPhase, TrainingProgress, TrainingState } from '../../app/state';
import { formatCount, plural } from '../../lib/counts';
import { formatTimeLeft } from '../format';
import { describeOnlyWorse } from './onlyWorse';

/** Whether a run is under way; its settings are then locked. */
export function isRunActive(phase: TrainingPhase): boolean {
  return phase !== 'idle' && phase !== 'finished' && phase !== 'failed';
}

/** The figures under the progress bar. */
export function describeRun(training: TrainingState): string {
  const { phase, progress } = training;
  switch (phase) {
    case 'idle':
      return training.outcome?.stopped ? 'Stopped before the first save.' : 'Not trained yet.';
    case 'preparing':
      return training.preparing || 'Preparing the engine...';
    case 'running':
      return progress ? describeProgress(progress) : 'Taking the first step...';
    case 'paused':
      return progress ? `Paused · ${describePlace(progress)}` : 'Paused';
    case 'stopping':
      return 'Stopping: finishing the step, keeping what was learnt...';
    case 'finished':
      return training.outcome ? describeEnd(training.outcome) : describeOpened(training);
    case 'failed':
      return 'The run ended early.';
    default:
      return phase satisfies never;
  }
}

function describeOpened({ checkpoint }: TrainingState): string {
  return `A model is ready: ${plural(checkpoint?.epoch ?? 0, 'epoch')} of training.`;
}

/** Epochs done, the reason of an early end, and which model is at hand. */
function describeEnd(outcome: RunOutcome): string {
  const worse = describeOnlyWorse(outcome.epochs, outcome.best);
  const model = worse ? `${worse} The model of that epoch is kept.` : describeModel(outcome);
  return `${describeLength(outcome)} ${model}`;
}

function describeLength({ epochs, asked, stopped, best }: RunOutcome): string {
  const ofAsked = `${formatCount(epochs)} of ${plural(asked, 'epoch')}`;
  if (stopped) return `Stopped after ${ofAsked}.`;
  if (epochs >= asked || best === undefined) return `Done · ${plural(epochs, 'epoch')}.`;
  return `Done · ${ofAsked}: validation had not become better for ${epochs - best}.`;
}

function describeModel({ epochs, best, stays }: RunOutcome): string {
  if (stays === undefined) return 'The model is kept.';
  if (epochs === 0) return `“${stays}” stays.`;
  if (best === 0) return `“${stays}” was better before, and stays.`;
  return `“${stays}” is better, and stays.`;
}

function describePlace({ epoch, epochs, batch, batches }: TrainingProgress): string {
  return `Epoch ${epoch} of ${epochs} · batch ${batch} of ${batches}`;
}

function describeProgress(progress: TrainingProgress): string {
  const parts = [describePlace(progress)];
  if (progress.notesPerSecond !== undefined) {
    parts.push(`${formatCount(progress.notesPerSecond)} notes/s`);
  }
  if (progress.secondsLeft !== undefined) parts.push(formatTimeLeft(progress.secondsLeft));
  return parts.join(' · ');
}
