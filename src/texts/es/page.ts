import type { Translated } from '../catalogue';
import type { page as English } from '../en/page';

export const page: Translated<typeof English> = {
  skip: 'Saltar a la biblioteca',
  steps: 'Pasos',
  library: 'Biblioteca',
  training: 'Entrenamiento',
  compose: 'Componer',
  titleTraining: 'Entrenando',
  titlePaused: 'Entrenamiento en pausa',
  titleComposing: 'Componiendo',
  percent: '{percent, number} %',
  momentLeft: 'queda menos de un segundo',
  secondsLeft: 'quedan {seconds, number} s',
  minutesLeft: 'quedan {minutes, number} min',
  hoursLeft: 'quedan {hours} h',
  noNumber: 'no es un número',
  variedLetter: '{letter} variada',
  form: 'Forma: {letters}',
  formBar: '{letter}, compás {bar}',
  formBars: '{letter}, compases {first} a {last}',
};
