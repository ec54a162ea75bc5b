import type { Translated } from '../catalogue';
import type { run as English } from '../en/run';

export const run: Translated<typeof English> = {};
