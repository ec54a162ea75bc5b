import type { Translated } from '../catalogue';
import type { offline as English } from '../en/offline';

export const offline: Translated<typeof English> = {
  newVersion: 'Eine neue Version von Etude ist bereit.',
  reload: 'Neu laden',
};
