import type { Translated } from '../catalogue';
import type { offline as English } from '../en/offline';

export const offline: Translated<typeof English> = {
  newVersion: 'Hay una nueva versión de Etude lista.',
  reload: 'Recargar',
};
