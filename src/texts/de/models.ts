import type { Translated } from '../catalogue';
import type { models as English } from '../en/models';

export const models: Translated<typeof English> = {
  elsewhere: 'Anderswo weiter',
  models: 'Modelle',
  numbered: 'Modell {number}',
  nameOf: 'Name von {title}',
  open: '{title} öffnen',
  rename: '{title} umbenennen',
  saveToFile: '{title} in eine Datei speichern',
  delete: '{title} löschen',
  atHand: 'Aktuell',
  pieces: '{count, plural, one{# Stück} other{# Stücke}}',
  epochs: '{count, plural, one{# Epoche} other{# Epochen}}',
  epochsOf: '{done, number} von {count, plural, one{# Epoche} other{# Epochen}}',
  validation: 'Validierung {loss}',
  save: 'Modell speichern',
  saveModelToFile: 'Modell in eine Datei speichern',
  openFile: 'Modell öffnen',
  none: 'Es gibt noch kein Modell.',
  cannotOpen:
    '„{title}“ lässt sich nicht öffnen: Es ist beschädigt oder stammt aus einer anderen Version.',
  deleted: '„{title}“ gelöscht.',
  leftList:
    '„{title}“ steht nicht mehr in der Liste: Die letzten {count, number} Modelle werden behalten. In einer Datei bleibt ein Modell dauerhaft erhalten.',
  willBeGone: '„{title}“ geht verloren, wenn diese Seite geschlossen wird.',
  fileName: '{preset}, {count, plural, one{# Epoche} other{# Epochen}}',
  opened:
    'Modell geöffnet: {preset}, {count, plural, one{# Epoche} other{# Epochen}}. Es kann jetzt komponieren.',
  otherPlans:
    '{source, select, pieces{Das Modell enthält keine Pläne; seine Takes folgen denen Ihrer Stücke.} start{Das Modell enthält keine Pläne; seine Takes folgen denen der gelernten Partituren.} other{Das Modell enthält keine Pläne, und es sind keine zur Hand: Seine Takes wiederholen nichts, bis Sie Stücke hinzufügen.}}',
  tookLastPlace: 'Es tritt an die Stelle des letzten.',
  placeTakenSince: 'Inzwischen hat ein Training oder ein anderes Modell seinen Platz eingenommen.',
  replaced: '„{now}“ tritt an die Stelle von „{before}“.',
  earlier: 'Das frühere Modell',
  titleClassic: 'Klassisch (das veröffentlichte Netz)',
  titleStudioSmall: 'Studio, klein',
  titleStudioMedium: 'Studio, mittel',
  titleStudioLarge: 'Studio, groß',
  titleFirstSmall: 'Studio, klein (erste Version)',
  titleFirstMedium: 'Studio, mittel (erste Version)',
  titleFirstLarge: 'Studio, groß (erste Version)',
  aboutClassic:
    'LSTM 256, Dropout, Dense 128, Dense 88: eine Taste nach der anderen, in gleichmäßigen Schritten.',
  aboutStudioSmall:
    'Mehrstimmiges Klavier mit Rhythmus, Dynamik, Tonart und Form. Lernt am schnellsten.',
  aboutStudioMedium:
    'Mehrstimmiges Klavier mit Rhythmus, Dynamik, Tonart und Form. Klingt nach einer Minute gut.',
  aboutStudioLarge:
    'Mehrstimmiges Klavier mit Rhythmus, Dynamik, Tonart und Form. Für viele Stücke und viel Geduld.',
  aboutFirst: 'Mehrstimmiges Klavier ohne Gedächtnis, Tonart und Form.',
  startsFromNothing: '{preset} beginnt immer bei null.',
  madeWith: 'Dieses Modell entstand mit {preset}. Dieses Preset wählen oder bei null beginnen.',
  cannotTrainFurther:
    'Dieses Modell stammt aus einer anderen Version von Etude und lässt sich nicht weiter trainieren.',
  noStartModel: 'Diese Kopie von Etude hat kein eigenes Modell.',
  startNotLoaded:
    'Etudes Modell konnte nicht geladen werden. Verbindung prüfen und noch einmal versuchen.',
  startMissing: 'Etudes Modell fehlt auf diesem Server.',
  startDamaged: 'Etudes Modell kam beschädigt an. Diese Seite bitte neu laden.',
  startHoldsNone: 'Die Datei enthält kein Modell.',
  startUnusable: 'Etudes Modell kann nicht verwendet werden.',
  startRunsDamaged: 'Das Verzeichnis der Stücke, aus denen das Modell gelernt hat, ist beschädigt.',
  fileDamaged: 'Diese Modelldatei ist beschädigt; sie lässt sich nicht öffnen.',
  fileAltered:
    'Diese Modelldatei ist beschädigt: Ihre Gewichte sind unvollständig oder wurden verändert.',
  fileNewer:
    'Dieses Modell wurde mit einer neueren Version von Etude gespeichert; diese Seite bitte neu laden.',
  fileUnknownPreset:
    'Dieses Modell entstand mit einem Preset, das diese Version von Etude nicht hat.',
  fileForeign:
    'Dieses Modell schreibt Musik auf eine Art, die diese Version von Etude nicht kennt.',
  fileOtherShapes: 'Die Gewichte in dieser Modelldatei passen nicht zu dem Netz, das sie nennt.',
  fileTooLarge: 'Entpackt ist diese Modelldatei größer als ihr Modell; sie wurde nicht geöffnet.',
  fileNotNumbers:
    'Die Gewichte in dieser Modelldatei sind nicht alle Zahlen; sie kann nicht verwendet werden.',
  weightMissing:
    'Dieses Modell passt nicht zu seinem Preset: „{name}“ fehlt oder hat eine andere Größe.',
  otherShape: 'Diese Gewichte gehören zu einem Netz von anderer Form.',
};
