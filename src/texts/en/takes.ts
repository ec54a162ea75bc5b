/** Takes: cards, names, copies, quality. */
export const takes = {
  list: 'Takes',
  count: '{count, plural, one{# take} other{# takes}}',
  starred: 'Starred ({count, number})',
  downloadAll: 'Download all',
  downloadAllStarred: 'Download all starred',
  /** A new word for "Take" also goes into `app/compose/takeNumbers.ts`. */
  title: 'Take {number}',
  fileName: 'Etude {date} take {number}',
  fileNameAfter: 'Etude {date} take {number} ({piece})',
  archiveName: 'Etude {date} takes',
  titleOf: 'Title of {title}',
  show: 'Show {title}',
  play: 'Play {title}',
  pause: 'Pause {title}',
  star: 'Star {title}',
  compare: 'Compare {title}',
  download: 'Download {title}',
  rename: 'Rename {title}',
  remove: 'Remove {title}',
  removed: 'Removed “{title}”.',
  moreLikeThis: 'More like this',
  moreLike: 'More like this: {title}',
  moreLikeHint: 'The same plan, key and settings, with other notes.',
  continue: 'Continue',
  continueTitle: 'Continue {title}',
  continueHint:
    'Composes what comes after the playhead; from the end where it stands at the start.',
  details: 'Details',
  size: '{count, plural, one{# note} other{# notes}} · {duration}',
  composing: 'composing, {percent, number} %',
  bestOf: 'Best of {count, number}',
  inKey: '{percent, number} % in key',
  quality:
    '{tonic, select, yes{Ends on its tonic} other{Does not end on its tonic}}{repeats, select, all{, repeats its plan} part{, repeats part of its plan} few{, leaves its plan} other{}}, {percent, number} % in key.',
  bestQuality:
    'Best of {count, number}: {tonic, select, yes{ends on its tonic} other{does not end on its tonic}}{repeats, select, all{, repeats its plan} part{, repeats part of its plan} few{, leaves its plan} other{}}, {percent, number} % in key.',
  form: 'Form {letters}',
  afterPiece: 'after {title}',
  temperature: 'temp. {value}',
  topP: 'top-p {value}',
  seed: 'seed {seed}',
  epochs: '{count, plural, one{# epoch} other{# epochs}}',
  steps: 'after {count, plural, one{# step} other{# steps}}',
  opensWith: 'opens with {title}',
  continuesFrom: 'continues {title} from bar {place}',
  bars: '{count, plural, one{bar {first}} other{bars {first} to {last}}}',
  barsAgain:
    'Composed {count, plural, one{bar {first}} other{bars {first} to {last}}} of “{title}” again.',
  barsAgainRemark:
    'Composed {count, plural, one{bar {first}} other{bars {first} to {last}}} again, seed {seed}.',
  /** What came of a seed that was given up. */
  seedTried:
    'Seed {seed} gave {fault, select, silence{silence} dense{more notes than hands can play} other{one note again and again}}; tried seed {next}.',
  original: 'Original',
  passageAs: 'A passage as in {title}',
  copiedFrom: 'Mostly copied from {title}',
  nothingToCompare: 'Nothing to compare with',
  notCompared: 'Not compared with its pieces',
  piecesAbsent:
    '{pieces, plural, one{The piece it learnt from is} other{The # pieces it learnt from are}} not in this library.',
  piecesMissing:
    '{missing, number} of the {pieces, number} pieces it learnt from {missing, plural, one{is} other{are}} no longer here.',
  sharesNothing: 'It shares no run of notes with the pieces it learnt from.',
  longestRun:
    'Longest run shared with a piece it learnt from: {notes, plural, one{# note} other{# notes}} ({title}, bar {bar}).',
  noUnseen: 'There is no unseen piece to compare with.',
  unseenShare: 'Pieces it never saw share up to {most}.',
  sharesNothingTaught:
    'It shares no run of {certain} notes with the {scores, number} scores that Etude’s model was taught on.',
  longestRunTaught:
    'Shared with the {scores, number} scores that Etude’s model was taught on: a run of at least {notes, plural, one{# note} other{# notes}} ({title}). 19 of 20 other scores share up to {usual}.',
  alsoIn: 'also in {title}',
  alsoInBar: 'also in {title}, bar {bar}',
} as const;
