import type { Translated } from '../catalogue';
import type { units as English } from '../en/units';

export const units: Translated<typeof English> = {};
