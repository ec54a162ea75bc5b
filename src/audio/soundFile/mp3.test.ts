import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { mp3Encoder } from './mp3';
import { FRAME_SAMPLES, frameStarts } from './mp3Frames';
import { crc16 } from './mp3Header';

const lame = Uint8Array.from(
  readFileSync(createRequire(import.meta.url).resolve('wasm-media-encoders/wasm/mp3')),
);
const RATE = 44_100;

async function encoded(samples: number): Promise<Uint8Array> {
  const encoder = await mp3Encoder({ title: 'Ein Stück', sampleRate: RATE }, lame);
  const wave = Float32Array.from({ length: samples }, (_, i) => 0.3 * Math.sin(i * 0.06));
  encoder.add(wave, wave);
  return new Uint8Array(await encoder.finish().arrayBuffer());
}

/** The file after its tag: frames only. */
function frames(file: Uint8Array): Uint8Array {
  const size = file.slice(6, 10).reduce((sum, byte) => sum * 128 + byte, 0);
  return file.subarray(10 + size);
}

it('consists of a tag and whole frames, counted in the first', async () => {
  const stream = frames(await encoded(3 * RATE));
  const starts = frameStarts(stream);
  const view = new DataView(stream.buffer, stream.byteOffset);
  expect(new TextDecoder().decode(stream.subarray(36, 40))).toBe('Xing');
  expect(view.getUint32(44)).toBe(starts.length - 1);
  expect(view.getUint32(48)).toBe(stream.length);
});

it('says how much silence the encoder has added, so that the length is exact', async () => {
  const samples = 2 * RATE + 17;
  const stream = frames(await encoded(samples));
  const lameAt = 36 + 4 + 4 + 4 + 4 + 100 + 4;
  expect(new TextDecoder().decode(stream.subarray(lameAt, lameAt + 4))).toBe('LAME');
  const [a, b, c] = stream.subarray(lameAt + 21, lameAt + 24);
  const [delay, padding] = [(a << 4) | (b >>> 4), ((b & 15) << 8) | c];
  const sound = (frameStarts(stream).length - 1) * FRAME_SAMPLES;
  expect(sound - delay - padding).toBe(samples);
});

it('carries the checksum of its first frame', async () => {
  const stream = frames(await encoded(RATE));
  const view = new DataView(stream.buffer, stream.byteOffset);
  expect(view.getUint16(190)).toBe(crc16(stream.subarray(0, 190)));
});

it('tags the title in any script', async () => {
  const text = new TextDecoder('utf-16le').decode((await encoded(RATE)).subarray(21, 21 + 20));
  expect(text).toContain('Ein Stück');
});
