import type { Translated } from '../catalogue';
import type { library as English } from '../en/library';

export const library: Translated<typeof English> = {};
