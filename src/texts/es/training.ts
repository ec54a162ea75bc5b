import type { Translated } from '../catalogue';
import type { training as English } from '../en/training';

export const training: Translated<typeof English> = {};
