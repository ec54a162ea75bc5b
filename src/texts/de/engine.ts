import type { Translated } from '../catalogue';
import type { engine as English } from '../en/engine';

export const engine: Translated<typeof English> = {
  drawnBySoftware: '{adapter} zeichnet auf dem Prozessor, und dort ist WASM schneller.',
};
