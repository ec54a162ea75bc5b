import type { Translated } from '../catalogue';
import type { page as English } from '../en/page';

export const page: Translated<typeof English> = {
  skip: 'Zur Bibliothek springen',
  steps: 'Schritte',
  library: 'Bibliothek',
  training: 'Training',
  compose: 'Komponieren',
  titleTraining: 'Training',
  titlePaused: 'Training angehalten',
  titleComposing: 'Komponiert',
  percent: '{percent, number} %',
  momentLeft: 'noch weniger als eine Sekunde',
  secondsLeft: 'noch {seconds, number} s',
  minutesLeft: 'noch {minutes, number} min',
  hoursLeft: 'noch {hours} h',
  noNumber: 'keine Zahl',
  variedLetter: '{letter} variiert',
  form: 'Form: {letters}',
  formBar: '{letter}, Takt {bar}',
  formBars: '{letter}, Takte {first} bis {last}',
};
