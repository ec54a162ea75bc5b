/** The page's side of the worker that mixes the notes of a sound file. */
import { t } from '../../texts/t';
import { WorkerCalls } from '../workerCalls';
import type { MixerAnswer, MixerRequest } from './mixerProtocol';
import type { Mix, RecordedChannels, Voice } from './mixVoices';

export class WorkerMixer {
  readonly #calls = new WorkerCalls<MixerRequest, MixerAnswer>(
    new Worker(new URL('./mixerWorker.ts', import.meta.url), { type: 'module' }),
    () => t('playback.encoderStopped'),
  );

  /** @param voices ordered by `from` */
  async open(
    voices: readonly Voice[],
    recordings: readonly RecordedChannels[],
    sampleRate: number,
  ): Promise<void> {
    await this.#calls.ask({ kind: 'open', voices, recordings, sampleRate });
  }

  /** @param start frame of the file */
  mix(start: number, frames: number): Promise<Mix> {
    return this.#calls.ask({ kind: 'mix', start, frames });
  }

  /** Ends the worker; what is pending fails. */
  close(): void {
    this.#calls.close();
  }
}
