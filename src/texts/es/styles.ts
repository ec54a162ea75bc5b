import type { Translated } from '../catalogue';
import type { styles as English } from '../en/styles';

export const styles: Translated<typeof English> = {
  any: 'Cualquiera',
  baroque: 'Barroco',
  classical: 'Clasicismo',
  romantic: 'Romanticismo',
  chopin: 'Chopin',
  dances: 'Danzas',
  ragtime: 'Ragtime',
  songs: 'Canciones',
};
