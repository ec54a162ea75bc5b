/** The page's side of the worker that encodes a sound file. */
import { currentLanguage } from '../../texts/language';
import { t } from '../../texts/t';
import { WorkerCalls } from '../workerCalls';
import type { SoundFileSettings, SoundFormat } from './encoder';
import type { EncoderAnswer, EncoderRequest } from './encoderProtocol';

export class WorkerEncoder {
  readonly #calls = new WorkerCalls<EncoderRequest, EncoderAnswer>(
    new Worker(new URL('./encoderWorker.ts', import.meta.url), { type: 'module' }),
    () => t('playback.encoderStopped'),
  );

  /** @throws Error with a plain sentence where the encoder cannot be loaded */
  async open(format: SoundFormat, settings: SoundFileSettings): Promise<void> {
    await this.#ask({ kind: 'open', format, settings, language: currentLanguage() });
  }

  /** Takes the samples over. Settles once they are encoded. */
  async add(left: Float32Array<ArrayBuffer>, right: Float32Array<ArrayBuffer>): Promise<void> {
    await this.#ask({ kind: 'add', left, right }, [left.buffer, right.buffer]);
  }

  async finish(): Promise<Blob> {
    const answer = await this.#ask({ kind: 'finish' });
    if (answer.kind !== 'file') throw new Error('The encoder has made no file.');
    return answer.file;
  }

  /** Ends the worker; what is pending fails. */
  close(): void {
    this.#calls.close();
  }

  async #ask(request: EncoderRequest, transfer?: Transferable[]): Promise<EncoderAnswer> {
    const answer = await this.#calls.ask(request, transfer);
    if (answer.kind === 'failed') throw new Error(answer.reason);
    return answer;
  }
}
