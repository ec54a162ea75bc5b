import type { Translated } from '../catalogue';
import type { files as English } from '../en/files';

export const files: Translated<typeof English> = {
  tooLarge: 'Die Datei ist größer als {megabytes} MB; so groß ist keine MIDI-Datei.',
  zipTooLarge: 'Die Zip-Datei ist größer als {megabytes} MB; sie muss erst entpackt werden.',
  notOpened:
    'Die Datei konnte nicht geöffnet werden; vielleicht wurde sie verschoben oder geändert.',
  outOfMemory: 'Die Datei ist zu groß, um hier gelesen zu werden.',
  onlyPercussion: 'Sie enthält nur Schlagzeug, das beim Training wegfällt.',
  zipInZip: 'Das ist ein Zip in einem Zip; das äußere entpacken und dieses für sich hinzufügen.',
  damagedEntry:
    'Die Zip-Datei ist bei dieser Datei beschädigt; einige ihrer Noten können falsch sein.',
  zipDamaged:
    'Diese Zip-Datei ist beschädigt; {pieces, plural, one{# Stück daraus wurde} other{# Stücke daraus wurden}} hinzugefügt.',
  zipEmpty: 'Diese Zip-Datei enthält keine Dateien, die Musik sein könnten.',
  encrypted:
    '{count, plural, one{# Datei in diesem Zip ist} other{# Dateien in diesem Zip sind}} durch ein Passwort geschützt; erst entpacken und den Inhalt hinzufügen.',
  shared:
    '{count, plural, one{# Datei in diesem Zip steht in denselben Bytes wie eine andere und wurde} other{# Dateien in diesem Zip stehen in denselben Bytes wie andere und wurden}} weggelassen.',
  tooMany:
    'Dieses Zip enthält mehr als {limit, number} Dateien; die ersten {limit, number} wurden angesehen.',
  notReached:
    'Entpackt ist dieses Zip größer als {megabytes} MB; {count, plural, one{# Datei am Ende wurde} other{# Dateien am Ende wurden}} weggelassen.',
  expandsTooFar: 'Entpackt ist diese Datei weit größer als jede MIDI-Datei; sie wurde weggelassen.',
  unknownMethod:
    'Diese Datei ist auf eine Weise gepackt, die Etude nicht kennt; das Zip erst entpacken.',
};
