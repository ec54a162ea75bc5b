import type { Translated } from '../catalogue';
import type { storage as English } from '../en/storage';

export const storage: Translated<typeof English> = {
  refused: 'Dieser Browser speichert hier nichts für Etude: vielleicht ein privates Fenster.',
  full: 'Der Platz, den dieser Browser Etude gibt, ist voll.',
  replaced:
    'Was von diesem Training gespeichert war, wurde verworfen oder ersetzt, vielleicht in einem anderen Tab.',
  newer:
    'Eine neuere Version von Etude speichert hier; andere Tabs bitte schließen und diese Seite neu laden.',
  failed: 'Dieser Browser konnte nichts speichern.',
  damagedPieces:
    '{count, plural, one{Ein Stück ist} other{# Stücke sind}} im Speicher dieses Browsers beschädigt und {count, plural, one{konnte} other{konnten}} nicht geöffnet werden.',
  damagedTakes:
    '{count, plural, one{Ein Take ist} other{# Takes sind}} im Speicher dieses Browsers beschädigt und {count, plural, one{konnte} other{konnten}} nicht geöffnet werden.',
  damagedSettings:
    'Die Einstellungen sind im Speicher dieses Browsers beschädigt; die Voreinstellungen gelten.',
  damagedRun: 'Was vom letzten Modell gespeichert war, ist beschädigt.',
  allWillBeGone: 'Stücke und Takes gehen verloren, wenn diese Seite geschlossen wird.',
  modelWillBeLost:
    'Das Training geht weiter, aber das Modell geht verloren, wenn diese Seite geschlossen wird.',
  saveToFile: 'In eine Datei speichern',
  fileReady: '„{name}“ ist fertig.',
  expires:
    'Dieser Browser kann nach einer Woche ohne Besuch alles löschen, was hier gespeichert ist. Was bleiben soll, bitte sichern, oder Etude zum Home-Bildschirm oder zum Dock hinzufügen.',
};
