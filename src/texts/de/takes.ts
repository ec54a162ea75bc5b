import type { Translated } from '../catalogue';
import type { takes as English } from '../en/takes';

export const takes: Translated<typeof English> = {};
