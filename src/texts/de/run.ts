import type { Translated } from '../catalogue';
import type { run as English } from '../en/run';

export const run: Translated<typeof English> = {
  notTrained: 'Noch nicht trainiert.',
  stoppedBeforeSave: 'Vor dem ersten Speichern beendet.',
  preparingEngine: 'Rechenwerk wird vorbereitet...',
  firstStep: 'Der erste Schritt läuft...',
  paused: 'Angehalten',
  place: 'Epoche {epoch} von {epochs} · Batch {batch} von {batches}',
  stopping: 'Wird beendet: der Schritt wird abgeschlossen, das Gelernte behalten...',
  endedEarly: 'Das Training endete vorzeitig.',
  modelReady: 'Ein Modell ist bereit: {count, plural, one{# Epoche} other{# Epochen}} Training.',
  worseFromFirst:
    'Die Validierung war in der ersten Epoche am besten und wurde danach nur schlechter.',
  firstKept: 'Das Modell dieser Epoche wird behalten.',
  stoppedAfter: 'Beendet nach {done, number} von {asked, plural, one{# Epoche} other{# Epochen}}.',
  done: 'Fertig · {count, plural, one{# Epoche} other{# Epochen}}.',
  doneEarly:
    'Fertig · {done, number} von {asked, plural, one{# Epoche} other{# Epochen}}: Die Validierung war seit {since, number} nicht besser geworden.',
  modelKept: 'Das Modell wird behalten.',
  modelStays: '„{model}“ bleibt.',
  modelWasBetter: '„{model}“ war vorher besser und bleibt.',
  modelIsBetter: '„{model}“ ist besser und bleibt.',
  usesPieces:
    'Dieses Training verwendet {count, plural, one{das # Stück, mit dem} other{die # Stücke, mit denen}} es begann.',
  piecesGone: '{count, plural, one{# davon ist} other{# davon sind}} nicht mehr in der Bibliothek.',
  elsewhere:
    'In einem anderen Tab läuft ein Training. Umsehen und Komponieren geht hier; trainiert werden kann, sobald jenes beendet ist.',
  underWay: 'Ein Training läuft: erst beenden.',
  underWayAdd: 'Ein Training läuft: erst beenden, dann dieses Modell hinzufügen.',
  notBroughtBack: 'Das letzte Modell konnte nicht zurückgeholt werden.',
  isGone: 'Es ist nicht mehr da oder stammt aus einer anderen Version von Etude.',
  discarded: 'Unterbrochenes Training verworfen.',
  notRemoved: 'Das letzte Modell konnte nicht entfernt werden.',
  placeTakenSince: 'Inzwischen hat ein anderes Training seinen Platz eingenommen.',
  goingOn: 'Weiter ab dem letzten Speichern...',
  goesOnItself:
    'Das Training geht von selbst weiter, {epoch, plural, =0{ab dem letzten Speichern} one{ab dem letzten Speichern in Epoche #} other{ab dem letzten Speichern in Epoche #}}.',
  goesOnElsewhere:
    'Das Training geht {epoch, plural, =0{ab dem letzten Speichern} one{ab dem letzten Speichern in Epoche #} other{ab dem letzten Speichern in Epoche #}} auf einem anderen Rechenwerk weiter: {engine}.',
  noEngineLeft: 'Kein Rechenwerk ist übrig, um fortzufahren.',
  halved:
    'Der Verlust war keine Zahl mehr. Das Training geht {epoch, plural, =0{ab dem letzten Speichern} one{ab dem letzten Speichern in Epoche #} other{ab dem letzten Speichern in Epoche #}} mit halber Lernrate weiter, {rate, number, ::.##########}.',
  halvedInVain:
    'Der Verlust war keine Zahl mehr, auch nachdem die Lernrate {count, plural, one{#-mal} other{#-mal}} halbiert wurde, auf {rate, number, ::.##########}. Mit viel niedrigerer Lernrate beginnen oder die Stücke prüfen.',
  diverged:
    'Der Verlust ist keine Zahl mehr: Die Lernrate ist zu hoch für diese Daten. Senken und noch einmal trainieren.',
  nothingPlayable: 'Für diese Takte wurde nichts Spielbares komponiert. Noch einmal versuchen.',
  barsCannotBeComposed: 'Takte von Takes in dieser Kodierung lassen sich nicht neu komponieren.',
  noSuchBars: 'Der Take hat diese Takte nicht.',
  nothingToLearn: 'Keines der gewählten Stücke enthält Noten zum Lernen.',
  preparing: 'Rechenwerk wird vorbereitet ({backend})...',
  wrongNumbers:
    'Es rechnet auf diesem Gerät falsch: ein Verlust von {loss} in Trainingsschritt {step}, wo {known} richtig ist.',
  workCancelled: 'Die Arbeit wurde abgebrochen.',
  workerStopped: 'Der Worker ist stehen geblieben: {reason}.',
  workerNotLoaded: 'Der Worker ist stehen geblieben: Er konnte nicht geladen werden.',
  workerUnread: 'Eine Nachricht des Workers konnte nicht gelesen werden.',
  workerLost: 'Der Worker ging verloren.',
};
