/** The worker that mixes the notes of one sound file. */
import type { MixerAnswer, MixerRequest } from './mixerProtocol';
import { mixVoices } from './mixVoices';

let opened: Extract<MixerRequest, { kind: 'open' }> | undefined;

function answer(request: MixerRequest): MixerAnswer {
  if (request.kind === 'open') {
    opened = request;
    return { left: new Float32Array(0), right: new Float32Array(0) };
  }
  if (!opened) throw new Error('Nothing is to be mixed.');
  const { voices, recordings, sampleRate } = opened;
  return mixVoices(voices, recordings, request.start, request.frames, sampleRate);
}

self.addEventListener('message', ({ data }: MessageEvent<MixerRequest>) => {
  const mix = answer(data);
  self.postMessage(mix, { transfer: [mix.left.buffer, mix.right.buffer] });
});
