import { strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { writeHdf5 } from '../../files/hdf5/write';
import { letters, longTexts, selfContaining } from '../../files/testing/hostileHdf5';
import { readKerasFile } from './read';

const DAMAGED = 'This Keras file is damaged; it cannot be opened.';
const NO_WEIGHTS = 'This HDF5 file holds no weights of a Keras model.';
const MOST = 0xffff;

/** Text of `length` bytes: a letter behind many of these. */
function filled(length: number, byte: number): Uint8Array {
  const text = new Uint8Array(length).fill(byte);
  text[length - 1] = 0x61;
  return text;
}

it.each([
  ['a tree of 4e9 entries of one name', () => selfContaining(MOST, MOST), DAMAGED],
  ['a text of 16 MB for 20,000 names', () => longTexts(20_000, filled(2 ** 24, 0x61)), DAMAGED],
  [
    'layers that are all the same 20,000 weights',
    () => selfContaining(1, 1, [letters('layer_names', 20_000), letters('weight_names', 20_000)]),
    DAMAGED,
  ],
  [
    '20,000 texts of no bytes in each of 2,000 attributes',
    () => selfContaining(1, 1, Array(2000).fill(letters('x', 20_000, ''))),
    DAMAGED,
  ],
  ['a text of zeros that ends with a letter', () => longTexts(1, filled(2 ** 24, 0)), NO_WEIGHTS],
])('is refused soon: %s', (_, file, reason) => {
  const bytes = file();
  const begun = performance.now();
  expect(readKerasFile(bytes)).toEqual({ ok: false, reason });
  expect(performance.now() - begun).toBeLessThan(5000);
});

it('is refused in a sentence of readable length', () => {
  const units = Array(2 ** 20).fill(1);
  const config = { layers: [{ class_name: 'LSTM', name: 'a', config: { units } }] };
  const zeros = { shape: [1], values: new Float32Array(1) };
  const vars = { members: { vars: { members: { 0: zeros } } } };
  const weights = writeHdf5({ members: { layers: { members: { lstm: vars } } } });
  const file = zipSync({
    'config.json': strToU8(JSON.stringify({ class_name: 'Sequential', config })),
    'model.weights.h5': weights,
  });
  const read = readKerasFile(file);
  expect(!read.ok && read.reason).toMatch(/^.{50,500}…$/);
});
