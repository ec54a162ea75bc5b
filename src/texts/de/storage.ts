import type { Translated } from '../catalogue';
import type { storage as English } from '../en/storage';

export const storage: Translated<typeof English> = {};
