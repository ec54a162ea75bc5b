/** Test helper: runs the training loop to its end and collects its output. */
import { buildNetwork } from '../../model/buildNetwork';
import type { Preset, TrainingSettings } from '../../model/preset';
import type { Checkpoint } from '../checkpoint';
import { Dataset } from '../dataset';
import { type LoopEvent, trainingLoop } from '../loop';
import type { EncodedPiece } from '../split';
import type { StartModel } from '../start';

export interface LoopRun {
  events: LoopEvent[];
  checkpoint: Checkpoint;
}

export interface LoopRunOptions {
  preset: Preset;
  settings: TrainingSettings;
  pieces: readonly EncodedPiece[];
  from?: Checkpoint;
  start?: StartModel;
  /** Last step of the run. */
  stopAtStep?: number;
  onEvent?: (event: LoopEvent) => void;
  takeSaveRequest?: () => boolean;
}

export async function runLoop(options: LoopRunOptions): Promise<LoopRun> {
  const { preset, settings, pieces, from, start, stopAtStep, onEvent, takeSaveRequest } = options;
  const network = buildNetwork(preset, settings);
  const abort = new AbortController();
  const loop = trainingLoop({
    network,
    dataset: new Dataset(pieces, preset, settings),
    preset,
    settings,
    signal: abort.signal,
    from,
    start,
    takeSaveRequest,
    typicalMeter: {
      microsecondsPerQuarter: 500_000,
      timeSignature: { numerator: 4, denominator: 4 },
    },
  });
  const events: LoopEvent[] = [];
  try {
    for (;;) {
      const next = await loop.next();
      if (next.done) return { events, checkpoint: next.value };
      events.push(next.value);
      onEvent?.(next.value);
      if (next.value.kind === 'step' && next.value.step === stopAtStep) abort.abort();
    }
  } finally {
    network.dispose();
  }
}

export function lossesOf({ events }: LoopRun): number[] {
  return events.flatMap((event) => (event.kind === 'step' ? [event.loss] : []));
}
