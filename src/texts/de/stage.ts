import type { Translated } from '../catalogue';
import type { stage as English } from '../en/stage';

export const stage: Translated<typeof English> = {
  hear: 'Hören, was es kann',
  name: 'Notenrolle und Wiedergabe',
  roll: 'Notenrolle',
  rollOf: 'Notenrolle von {title}',
  lookingAt: 'Vorschau: {title}',
  score: 'Noten',
  toRoll: 'Zur Notenrolle',
  dropHere: 'MIDI-Dateien oder Noten hierher ziehen',
  choosePiece: 'Ein Stück wählen, um es zu sehen und zu hören',
  whatItDoes: 'Ein kleines Netz damit trainieren, dann komponieren lassen.',
  continue: 'Fortsetzen',
  continueFromHere: 'Ab der Abspielposition fortsetzen',
  again: 'Ab hier noch einmal',
  againHint: 'Komponiert neu: {bars}. Der Rest bleibt.',
  howToMark:
    'Komponiert alle Takte ab der Abspielposition neu. Takte markieren: mit Umschalt über ihre Nummern ziehen oder in der Notenrolle M drücken.',
  againProgress: 'Fortschritt des neuen Komponierens',
  composedSoFar: '{percent, number} % komponiert',
  markedBars: 'Markiert: {bars}',
  cancel: 'Abbrechen',
  cancelAgain: 'Neues Komponieren abbrechen',
  cancelAgainHint: 'Der Take bleibt, wie er war.',
  learning: 'Lernen',
  listenAsItLearns: 'Beim Lernen zuhören',
  attempts: 'Versuche',
  followRun: 'Dem Training folgen',
  stopComparing: 'Vergleich beenden',
  listenTo: '{title} anhören',
  pauseCompared: 'Anhalten, im Vergleich: {title}',
};
