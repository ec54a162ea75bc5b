/** The stage: what is shown, compared, made again. */
export const stage = {
  name: 'Piano roll and transport',
  roll: 'Piano roll',
  rollOf: 'Piano roll of {title}',
  dropHere: 'Drop your MIDI files here',
  choosePiece: 'Choose a piece to see and hear it',
  whatItDoes: 'Train a small network on them, then let it compose.',
  continue: 'Continue',
  continueFromHere: 'Continue from the playhead',
  again: 'Again from here',
  againHint: 'Composes {bars} again; the others stay.',
  howToMark:
    'Composes all bars from the playhead on again. To mark bars, drag over their numbers with Shift, or press M in the roll.',
  againProgress: 'Progress of composing again',
  composedSoFar: '{percent, number} % composed',
  markedBars: 'Marked: {bars}',
  cancel: 'Cancel',
  cancelAgain: 'Cancel composing again',
  cancelAgainHint: 'The take stays as it was.',
  stopComparing: 'Stop comparing',
  listenTo: 'Listen to {title}',
  pauseCompared: 'Pause, comparing {title}',
} as const;
