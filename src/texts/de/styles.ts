import type { Translated } from '../catalogue';
import type { styles as English } from '../en/styles';

export const styles: Translated<typeof English> = {
  any: 'Beliebig',
  baroque: 'Barock',
  classical: 'Klassik',
  romantic: 'Romantik',
  chopin: 'Chopin',
  dances: 'Tänze',
  ragtime: 'Ragtime',
  songs: 'Lieder',
};
