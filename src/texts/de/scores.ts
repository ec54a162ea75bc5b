import type { Translated } from '../catalogue';
import type { scores as English } from '../en/scores';

export const scores: Translated<typeof English> = {
  download: 'Noten sichern',
  downloadOf: 'Noten von {title} sichern',
  viewOf: 'Noten von {title}',
  previousPage: 'Vorige Seite',
  nextPage: 'Nächste Seite',
  page: 'Seite {page, number}',
  pageOf: 'Seite {page, number} von {pages, number}',
  progress: 'Fortschritt des Notensatzes',
  barsDone: '{done, number} von {total, number} Takten',
  print: 'Drucken',
  printProgress: 'Fortschritt des Druckens',
  cancelPrint: 'Drucken abbrechen',
  engraving: 'Die Noten werden gesetzt.',
  onceFinished: 'Die Noten erscheinen, sobald der Take fertig ist.',
  onlyDrums: 'Dieses Stück hat nur Schlagzeug; davon schreibt Etude keine Noten.',
  notShown: 'Die Noten lassen sich nicht zeigen: {reason}',
  notPrinted: 'Die Noten lassen sich nicht drucken: {reason}',
  barOf: 'Takt {bar, number} von {total, number}',
  role: 'Noten',
  notWritten: 'Die Noten konnten nicht geschrieben werden: {reason}',
  notWritable: 'Dieses Stück ist zu lang für eine Partitur.',
  noDivisions:
    'Diese Partitur sagt nicht, wie lang ihre Noten sind: Ihr fehlt die Angabe „divisions“.',
  wrongLengths: 'Diese Partitur nennt Längen, die keine Note hat.',
  tooLong: 'Mit allen Wiederholungen gespielt ist diese Partitur länger, als Etude aufnehmen kann.',
  tooLarge: 'Diese Partitur ist größer als 48 MB; Etude öffnet sie nicht.',
  noNotes: 'Diese Partitur enthält keine Noten.',
  damaged: 'Diese Partitur ist beschädigt; es ließ sich keine Musik daraus lesen.',
  timewise:
    'Diese MusicXML-Partitur ist nach der Zeit geordnet (score-timewise): Exportiere sie nach Stimmen geordnet, wie es Notensatzprogramme tun.',
  entities:
    'Diese Datei erklärt eigene XML-Entitäten, was keine Partitur tut; sie wurde nicht geöffnet.',
  nesting:
    'Die Elemente dieser Datei sind tiefer verschachtelt als in jeder Partitur; sie wurde nicht geöffnet.',
  breaksOff: 'Die Partitur bricht ab; alles bis dorthin wurde gelesen.',
  tunesLeftOut:
    '{count, plural, one{# Stück ohne Noten wurde ausgelassen.} other{# Stücke ohne Noten wurden ausgelassen.}}',
  tunesNotRead:
    '{count, plural, one{# nicht lesbares Stück wurde ausgelassen.} other{# nicht lesbare Stücke wurden ausgelassen.}}',
  tooManyTunes:
    'Dieses Buch enthält mehr als {most, number} Stücke; teile es auf mehrere Dateien auf.',
  tuneTooLong: 'Dieses Stück in ABC ist länger als jedes andere; Etude öffnet es nicht.',
  noReader:
    'Der Teil von Etude, der Partituren liest, ließ sich nicht laden; geh online und füge die Datei noch einmal hinzu.',
  noScoreInside: 'Diese komprimierte Partitur nennt keine Partitur, die in ihr liegt.',
};
