import type { Translated } from '../catalogue';
import type { compose as English } from '../en/compose';

export const compose: Translated<typeof English> = {
  style: 'Estilo',
};
