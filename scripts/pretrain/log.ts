/** Progress of a long run, on the terminal and in a log file. */
import { appendFileSync } from 'node:fs';
import type { Progress } from './requests';

export class RunLog {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  line(text: string): void {
    const stamped = `${new Date().toISOString().slice(0, 19)}Z ${text}`;
    console.info(stamped);
    appendFileSync(this.#path, `${stamped}\n`);
  }

  progress(progress: Progress): void {
    this.line(progress.kind === 'epoch' ? epochText(progress) : stepText(progress));
  }
}

function epochText({ record, seconds }: Extract<Progress, { kind: 'epoch' }>): string {
  const validation = record.validationLoss?.toFixed(4) ?? 'none';
  const losses = `training ${record.trainingLoss.toFixed(4)}, validation ${validation}`;
  return `epoch ${record.epoch} done: ${losses} nats per note, ${duration(seconds)} in this session`;
}

function stepText(progress: Extract<Progress, { kind: 'step' }>): string {
  const { step, totalSteps, epoch, loss, notesPerSecond, secondsLeft } = progress;
  const share = ((100 * step) / totalSteps).toFixed(1);
  const speed = notesPerSecond === undefined ? '' : `, ${Math.round(notesPerSecond)} notes/s`;
  const left = secondsLeft === undefined ? '' : `, ${duration(secondsLeft)} left`;
  return `epoch ${epoch}, step ${step} of ${totalSteps} (${share} %), loss ${loss.toFixed(4)}${speed}${left}`;
}

/** `75` as `1 min 15 s`. */
export function duration(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}
