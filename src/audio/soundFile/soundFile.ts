/** A score as a sound file: rendered and encoded at the same time, on two threads of the browser. */
import { loadPianoSamples, type PianoSamples, shippedPianoFolder } from '../pianoSamples';
import { renderPiano } from '../rendering/renderPiano';
import { strikesOf } from '../rendering/strikes';
import type { Score } from '../score';
import { timeNotes } from '../timedNotes';
import { WorkerEncoder } from './encodeInWorker';
import type { SoundFormat } from './encoder';

export interface SoundFileOptions {
  format: SoundFormat;
  /** Goes into the tags. */
  title: string;
  /** Share of the written tempo. */
  speed: number;
  signal: AbortSignal;
  /** @param share of the work that is done, 0..1 */
  onProgress(share: number): void;
  /** Default: loaded from the app's files. */
  samples?: PianoSamples;
}

/** That of the piano's recordings. */
const SAMPLE_RATE = 44_100;

/**
 * The score as it is played with the volume fader at its maximum.
 * @throws Error with a plain sentence where a part of the app is missing or the file too large
 * @throws the signal's reason once it is aborted
 */
export async function makeSoundFile(score: Score, options: SoundFileOptions): Promise<Blob> {
  const { format, title, speed, signal, onProgress } = options;
  const encoder = new WorkerEncoder();
  const close = (): void => encoder.close();
  signal.addEventListener('abort', close);
  try {
    const opened = encoder.open(format, { title, sampleRate: SAMPLE_RATE });
    const [samples] = await Promise.all([options.samples ?? loadSamples(), opened]);
    const strikes = strikesOf(timeNotes(score), speed);
    let encoding = Promise.resolve();
    for await (const { left, right, progress } of renderPiano(strikes, samples, SAMPLE_RATE)) {
      // One stretch is rendered while the one before is encoded.
      await encoding;
      signal.throwIfAborted();
      encoding = encoder.add(left, right).then(() => {
        onProgress(progress);
      });
    }
    await encoding;
    const file = await encoder.finish();
    signal.throwIfAborted();
    return file;
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener('abort', close);
    encoder.close();
  }
}

function loadSamples(): Promise<PianoSamples> {
  return loadPianoSamples(shippedPianoFolder(), new OfflineAudioContext(2, 1, SAMPLE_RATE));
}
