import { expect, it } from 'vitest';
import { encodings } from '../music/encoding';
import { DEFAULT_PRESET, presets } from './preset';
import { presetTitle } from './presetTexts';

it.each(Object.entries(presets))('preset %s has its key as id and an encoding', (key, preset) => {
  expect(preset.id).toBe(key);
  expect(encodings[preset.encoding]).toBeDefined();
});

it('offers distinct titles, and an offered successor of each retired preset', () => {
  const all = Object.values(presets);
  expect(new Set(all.map(({ id }) => presetTitle(id))).size).toBe(all.length);
  for (const { retiredFor } of all) {
    if (retiredFor) expect(presets[retiredFor].retiredFor).toBeUndefined();
  }
  expect(presets[DEFAULT_PRESET].retiredFor).toBeUndefined();
});
