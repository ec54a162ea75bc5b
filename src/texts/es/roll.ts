import type { Translated } from '../catalogue';
import type { roll as English } from '../en/roll';

export const roll: Translated<typeof English> = {};
