import type { Translated } from '../catalogue';
import type { takes as English } from '../en/takes';

export const takes: Translated<typeof English> = {
  list: 'Takes',
  count: '{count, plural, one{# Take} other{# Takes}}',
  starred: 'Mit Stern ({count, number})',
  downloadAll: 'Alle herunterladen',
  downloadAllStarred: 'Alle mit Stern herunterladen',
  title: 'Take {number}',
  fileName: 'Etude {date} Take {number}',
  fileNameAfter: 'Etude {date} Take {number} ({piece})',
  archiveName: 'Etude {date} Takes',
  titleOf: 'Titel von {title}',
  show: '{title} zeigen',
  play: '{title} abspielen',
  pause: '{title} anhalten',
  star: '{title} einen Stern geben',
  compare: '{title} vergleichen',
  download: '{title} herunterladen',
  rename: '{title} umbenennen',
  remove: '{title} entfernen',
  removed: '„{title}“ entfernt.',
  moreLikeThis: 'Mehr davon',
  moreLike: 'Mehr davon: {title}',
  moreLikeHint: 'Gleicher Plan, gleiche Tonart und Einstellungen, mit anderen Noten.',
  continue: 'Fortsetzen',
  continueTitle: '{title} fortsetzen',
  continueHint:
    'Komponiert, was nach der Abspielposition kommt; steht sie am Anfang, dann ab dem Ende.',
  details: 'Details',
  size: '{count, plural, one{# Note} other{# Noten}} · {duration}',
  composing: 'wird komponiert, {percent, number} %',
  bestOf: 'Bester von {count, number}',
  inKey: '{percent, number} % in der Tonart',
  quality:
    '{tonic, select, yes{Endet auf dem Grundton} other{Endet nicht auf dem Grundton}}{repeats, select, all{, wiederholt nach Plan} part{, wiederholt zum Teil nach Plan} few{, weicht vom Plan ab} other{}}, {percent, number} % in der Tonart.',
  bestQuality:
    'Bester von {count, number}: {tonic, select, yes{endet auf dem Grundton} other{endet nicht auf dem Grundton}}{repeats, select, all{, wiederholt nach Plan} part{, wiederholt zum Teil nach Plan} few{, weicht vom Plan ab} other{}}, {percent, number} % in der Tonart.',
  form: 'Form {letters}',
  afterPiece: 'nach {title}',
  temperature: 'Temp. {value}',
  topP: 'Top-p {value}',
  seed: 'Startwert {seed}',
  epochs: '{count, plural, one{# Epoche} other{# Epochen}}',
  steps: 'nach {count, plural, one{# Schritt} other{# Schritten}}',
  opensWith: 'beginnt mit {title}',
  continuesFrom: 'setzt {title} ab Takt {place} fort',
  bars: '{count, plural, one{Takt {first}} other{Takte {first} bis {last}}}',
  barsAgain:
    '{count, plural, one{Takt {first}} other{Takte {first} bis {last}}} von „{title}“ neu komponiert.',
  barsAgainRemark:
    '{count, plural, one{Takt {first}} other{Takte {first} bis {last}}} neu komponiert, Startwert {seed}.',
  seedTried:
    'Startwert {seed} ergab {fault, select, silence{Stille} dense{mehr Noten, als zwei Hände spielen können} other{immer wieder dieselbe Note}}; Startwert {next} wurde versucht.',
  original: 'Eigenständig',
  passageAs: 'Eine Stelle wie in {title}',
  copiedFrom: 'Größtenteils aus {title} übernommen',
  nothingToCompare: 'Kein Vergleich möglich',
  notCompared: 'Nicht mit den gelernten Stücken verglichen',
  piecesAbsent:
    '{pieces, plural, one{Das Stück, aus dem das Modell gelernt hat, ist} other{Die # Stücke, aus denen das Modell gelernt hat, sind}} nicht in dieser Bibliothek.',
  piecesMissing:
    'Von den {pieces, number} Stücken, aus denen das Modell gelernt hat, {missing, plural, one{ist # nicht mehr hier} other{sind # nicht mehr hier}}.',
  sharesNothing:
    'Keine Notenfolge stimmt mit den Stücken überein, aus denen das Modell gelernt hat.',
  longestRun:
    'Längste gemeinsame Folge mit einem gelernten Stück: {notes, plural, one{# Note} other{# Noten}} ({title}, Takt {bar}).',
  noUnseen: 'Es gibt kein ungesehenes Stück zum Vergleich.',
  unseenShare: 'Stücke, die es nie sah, haben bis zu {most} Noten gemeinsam.',
  sharesNothingTaught:
    'Keine Folge von {certain} Noten stimmt mit den {scores, number} Partituren überein, aus denen Etudes Modell gelernt hat.',
  longestRunTaught:
    'Gemeinsam mit den {scores, number} Partituren, aus denen Etudes Modell gelernt hat: eine Folge von mindestens {notes, plural, one{# Note} other{# Noten}} ({title}). 19 von 20 anderen Partituren haben bis zu {usual} gemeinsam.',
  alsoIn: 'auch in {title}',
  alsoInBar: 'auch in {title}, Takt {bar}',
};
