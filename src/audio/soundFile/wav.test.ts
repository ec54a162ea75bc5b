import { expect, it } from 'vitest';
import { wavEncoder, wavHead } from './wav';

it('declares the size of its samples and of the whole file', async () => {
  const encoder = wavEncoder({ title: 'Étude 3', sampleRate: 44_100 });
  encoder.add(new Float32Array(100), new Float32Array(100));
  encoder.add(new Float32Array(23), new Float32Array(23));
  const file = encoder.finish();
  const bytes = new Uint8Array(await file.arrayBuffer());
  const view = new DataView(bytes.buffer);
  const text = new TextDecoder().decode(bytes.subarray(0, bytes.length - 4 * 123));
  expect(view.getUint32(4, true)).toBe(bytes.length - 8);
  expect(view.getUint32(bytes.length - 4 * 123 - 4, true)).toBe(4 * 123);
  expect(text).toContain('INAM');
  expect(text).toContain('Étude 3\0');
  expect(text).toContain('made with Etude\0');
  expect(view.getUint32(24, true)).toBe(44_100);
});

it('refuses what 32 bits cannot count', () => {
  expect(() => wavHead('', 44_100, 2 ** 32 - 50)).toThrow(/too long/);
});
