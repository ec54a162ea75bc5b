/** Text about the run: progress, result. */
import type { TrainingPhase, TrainingProgress, TrainingState } from '../../app/state';
import { formatCount, plural } from '../../lib/counts';
import { presets } from '../../model/preset';
import { endedFor } from '../../training/earlyStopping';
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
      return training.checkpoint
        ? `A model is ready: ${plural(training.checkpoint.epoch, 'epoch')} of training.`
        : 'Not trained yet.';
    case 'preparing':
      return training.preparing || 'Preparing the engine...';
    case 'running':
      return progress ? describeProgress(progress) : 'Taking the first step...';
    case 'paused':
      return progress ? `Paused · ${describePlace(progress)}` : 'Paused';
    case 'stopping':
      return 'Stopping: finishing the step, keeping what was learnt...';
    case 'finished':
      return `Done · ${describeEnd(training)}. ${describeModel(training)}`;
    case 'failed':
      return 'The run ended early.';
    default:
      return phase satisfies never;
  }
}

/** Epochs done, and the reason where early stopping ended the run. */
function describeEnd({ epochs, checkpoint }: TrainingState): string {
  const taken = plural(epochs.length, 'epoch');
  const unimproved = checkpoint && endedFor(presets[checkpoint.preset], checkpoint);
  if (!unimproved) return taken;
  const asked = plural(checkpoint.settings.epochs, 'epoch');
  return `${epochs.length} of ${asked}: validation had not become better for ${unimproved}`;
}

function describeModel({ epochs, checkpoint }: TrainingState): string {
  const worse = describeOnlyWorse(epochs.length, checkpoint?.best?.epoch);
  return worse ? `${worse} The model of that epoch is kept.` : 'The model is kept.';
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
