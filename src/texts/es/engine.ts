import type { Translated } from '../catalogue';
import type { engine as English } from '../en/engine';

export const engine: Translated<typeof English> = {
  drawnBySoftware: '{adapter} dibuja en el procesador, donde WASM es más rápido.',
};
