import type { Translated } from '../catalogue';
import type { models as English } from '../en/models';

export const models: Translated<typeof English> = {};
