import type { Translated } from '../catalogue';
import type { controls as English } from '../en/controls';

export const controls: Translated<typeof English> = {
  mustBeWhole: 'nötig ist eine ganze Zahl von {minimum} bis {maximum}',
  mustBeNumber: 'nötig ist eine Zahl von {minimum} bis {maximum}',
  stillUsing: '{label}: {must}. Weiter gilt {value}.',
  needsNumber: 'nötig ist eine Zahl',
  goesUpTo: 'höchstens {maximum}',
  startsAt: 'mindestens {minimum}',
  takesWhole: 'nur ganze Zahlen',
  used: '{label}: {why}. Verwendet wird {value}.',
  close: 'Schließen',
  copy: 'Kopieren',
  copied: 'Kopiert',
  notCopied:
    'Der Browser hat das Kopieren nicht erlaubt. Die Zeilen sind markiert und lassen sich wie jeder Text kopieren.',
};
