import type { Translated } from '../catalogue';
import type { stage as English } from '../en/stage';

export const stage: Translated<typeof English> = {
  hear: 'Escuchar lo que hace',
};
