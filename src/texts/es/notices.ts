import type { Translated } from '../catalogue';
import type { notices as English } from '../en/notices';

export const notices: Translated<typeof English> = {
  name: 'Avisos',
  dismiss: 'Descartar',
  undo: 'Deshacer',
};
