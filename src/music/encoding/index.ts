/** The registry of encodings: one line each. */
import type { Encoding, EncodingId } from './encoding';
import { melody } from './melody';

export const encodings: Record<EncodingId, Encoding> = {
  melody,
};
