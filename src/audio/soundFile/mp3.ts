/** MP3 files by LAME, which `wasm-media-encoders` has compiled to WebAssembly. */
import { createEncoder } from 'wasm-media-encoders/esnext';
import lameUrl from 'wasm-media-encoders/wasm/mp3?url';
import { t } from '../../texts/t';
import { MEDIA_TYPES, type SoundFileEncoder, type SoundFileSettings } from './encoder';
import { id3Tag } from './id3';
import { mp3Header } from './mp3Header';

/** LAME's quality of variable bit rate, 0 (best) to 9: about 190 kbit/s. */
const QUALITY = 2;
/** Frames handed over at once, which bounds LAME's memory. */
const BLOCK = 1152 * 100;

/** @param lame the compiled encoder. Default: the one shipped with the app. */
export async function mp3Encoder(
  { title, sampleRate }: SoundFileSettings,
  lame?: Uint8Array<ArrayBuffer>,
): Promise<SoundFileEncoder> {
  const encoder = await createEncoder('audio/mpeg', lame ?? (await shippedLame()));
  encoder.configure({
    channels: 2,
    sampleRate,
    vbrQuality: QUALITY,
  });
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let samples = 0;
  return {
    add: (left, right) => {
      for (let from = 0; from < left.length; from += BLOCK) {
        const block = [left, right].map((channel) => limited(channel.subarray(from, from + BLOCK)));
        // The encoder uses its memory again: the bytes are copied.
        parts.push(Uint8Array.from(encoder.encode(block)));
      }
      samples += left.length;
    },
    finish: () => {
      parts.push(Uint8Array.from(encoder.finalize()));
      const stream = joined(parts);
      return new Blob([id3Tag(title), mp3Header(stream, samples), stream], {
        type: MEDIA_TYPES.mp3,
      });
    },
  };
}

async function shippedLame(): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(lameUrl);
  if (!response.ok) throw new Error(t('playback.encoderNotLoaded'));
  return new Uint8Array(await response.arrayBuffer());
}

/** LAME takes samples of -1..1 only. */
function limited(samples: Float32Array): Float32Array {
  return samples.map((x) => (x > 1 ? 1 : x < -1 ? -1 : x));
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
