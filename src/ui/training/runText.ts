/** Text about the run: progress, result. */
import type {
  RunOutcome,
  TrainingPhase,
  TrainingProgress,
  TrainingState,
} from '../../app/training/runState';
import { formatCount } from '../../texts/numbers';
import { t } from '../../texts/t';
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
      return t(training.outcome?.stopped ? 'run.stoppedBeforeSave' : 'run.notTrained');
    case 'preparing':
      return training.preparing || t('run.preparingEngine');
    case 'running':
      return progress ? describeProgress(progress) : t('run.firstStep');
    case 'paused':
      return [t('run.paused'), ...(progress ? [describePlace(progress)] : [])].join(' · ');
    case 'stopping':
      return t('run.stopping');
    case 'finished':
      return training.outcome ? describeEnd(training.outcome) : describeOpened(training);
    case 'failed':
      return t('run.endedEarly');
    default:
      return phase satisfies never;
  }
}

function describeOpened({ checkpoint }: TrainingState): string {
  return t('run.modelReady', { count: checkpoint?.epoch ?? 0 });
}

/** Epochs done, the reason of an early end, and which model is at hand. */
function describeEnd(outcome: RunOutcome): string {
  const worse = describeOnlyWorse(outcome.epochs, outcome.best);
  const model = worse ? `${worse} ${t('run.firstKept')}` : describeModel(outcome);
  return `${describeLength(outcome)} ${model}`;
}

function describeLength({ epochs, asked, stopped, best }: RunOutcome): string {
  if (stopped) return t('run.stoppedAfter', { done: epochs, asked });
  if (epochs >= asked || best === undefined) return t('run.done', { count: epochs });
  return t('run.doneEarly', { done: epochs, asked, since: epochs - best });
}

function describeModel({ epochs, best, stays }: RunOutcome): string {
  if (stays === undefined) return t('run.modelKept');
  if (epochs === 0) return t('run.modelStays', { model: stays });
  if (best === 0) return t('run.modelWasBetter', { model: stays });
  return t('run.modelIsBetter', { model: stays });
}

function describePlace({ epoch, epochs, batch, batches }: TrainingProgress): string {
  return t('run.place', { epoch, epochs, batch, batches });
}

function describeProgress(progress: TrainingProgress): string {
  const parts = [describePlace(progress)];
  if (progress.notesPerSecond !== undefined) {
    parts.push(t('header.pace', { notes: formatCount(progress.notesPerSecond) }));
  }
  if (progress.secondsLeft !== undefined) parts.push(formatTimeLeft(progress.secondsLeft));
  return parts.join(' · ');
}
