/** Registry of encodings, one line each. */
import type { Encoding } from './encoding';
import { form } from './form';
import { melody } from './melody';
import { studio } from './studio';

const table = { melody, studio, form } satisfies Record<string, Encoding>;

/** Published with every checkpoint: the meaning of an id never changes. */
export type EncodingId = keyof typeof table;

export const encodings: Readonly<Record<EncodingId, Encoding>> = table;
