/** The registry of encodings: one line each. */
import type { Encoding, EncodingId } from './encoding';
import { form } from './form';
import { melody } from './melody';
import { studio } from './studio';

export const encodings: Record<EncodingId, Encoding> = {
  melody,
  studio,
  form,
};
