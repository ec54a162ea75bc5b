/** Where each build lies, as Vite serves it. */

import type { BuildName } from './builds';
import relaxed from './generated/relaxed.wasm?url';
import relaxedShared from './generated/relaxed-shared.wasm?url';
import simd from './generated/simd.wasm?url';
import simdShared from './generated/simd-shared.wasm?url';

export const buildUrls: Record<BuildName, string> = {
  simd,
  relaxed,
  'simd-shared': simdShared,
  'relaxed-shared': relaxedShared,
};
