import type { Translated } from '../catalogue';
import type { midi as English } from '../en/midi';

export const midi: Translated<typeof English> = {};
