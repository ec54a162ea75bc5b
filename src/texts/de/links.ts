import type { Translated } from '../catalogue';
import type { links as English } from '../en/links';

export const links: Translated<typeof English> = {
  name: 'Take aus einem Link',
  came: '{title} kam mit dem Link.',
  untitled: 'Ein Take',
  play: 'Abspielen',
  playTake: 'Den Take abspielen',
  makeYourOwn: 'Eigenes machen',
  close: 'Schließen',
  closeTake: 'Den Take schließen',
  copy: 'Link kopieren',
  share: 'Teilen',
  settingsChosen: 'Die Einstellungen von „{title}“ sind gewählt. Jetzt trainieren, dann erzeugen.',
  copied: 'Der Link zu „{title}“ ist kopiert. Er enthält den ganzen Take.',
  notCopied:
    'Der Browser hat das Kopieren nicht erlaubt. Bitte „Link kopieren“ noch einmal drücken.',
  notShared: 'Der Browser hat das Teilen nicht erlaubt. Bitte „Teilen“ noch einmal drücken.',
  tooLong: '„{title}“ ist zu lang für einen Link. Als Datei lässt sich der Take verschicken.',
  otherVersion:
    'Dieser Link stammt von einer anderen Version von Etude. Bitte die Seite neu laden und ihn noch einmal öffnen.',
  unreadable:
    'Dieser Link enthält keinen Take, den Etude lesen kann. Vielleicht wurde er abgeschnitten.',
};
