/** The worker that encodes one sound file. */
import { errorMessage } from '../../lib/errorMessage';
import { setLanguage } from '../../texts/language';
import type { SoundFileEncoder } from './encoder';
import type { EncoderAnswer, EncoderRequest } from './encoderProtocol';
import { mp3Encoder } from './mp3';
import { wavEncoder } from './wav';

let encoder: SoundFileEncoder | undefined;

async function answer(request: EncoderRequest): Promise<EncoderAnswer> {
  if (request.kind === 'open') {
    const { format, settings, language } = request;
    // English where the texts cannot be loaded.
    await setLanguage(language).catch(() => {});
    encoder = format === 'wav' ? wavEncoder(settings) : await mp3Encoder(settings);
    return { kind: 'done' };
  }
  if (!encoder) throw new Error('No sound file has been opened.');
  if (request.kind === 'finish') return { kind: 'file', file: encoder.finish() };
  encoder.add(request.left, request.right);
  return { kind: 'done' };
}

/** Requests are answered one after the other. */
let queue = Promise.resolve();

self.addEventListener('message', ({ data }: MessageEvent<EncoderRequest>) => {
  queue = queue.then(async () => {
    const outcome = await answer(data).catch(
      (error: unknown): EncoderAnswer => ({ kind: 'failed', reason: errorMessage(error) }),
    );
    self.postMessage(outcome);
  });
});
