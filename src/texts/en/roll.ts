/** The piano roll: legend, odds, what screen readers hear. */
export const roll = {
  role: 'piano roll',
  /** By fifths. */
  pitchNames:
    'F♭♭ C♭♭ G♭♭ D♭♭ A♭♭ E♭♭ B♭♭ F♭ C♭ G♭ D♭ A♭ E♭ B♭ F C G D A E B F♯ C♯ G♯ D♯ A♯ E♯ B♯ F♯♯ C♯♯ G♯♯ D♯♯ A♯♯ E♯♯ B♯♯',
  noNotes: 'No notes',
  summary:
    '{notes, plural, one{# note} other{# notes}}, {bars, plural, one{# bar} other{# bars}}, {range}',
  range: '{lowest} to {highest}',
  place: 'bar {place}',
  note: '{pitch}, {place}.',
  noteWithOdds: '{pitch}, {place}. Probability {probability}. Likeliest: {likeliest}.',
  marked: 'Marked: {text}.',
  markedFrom: 'Marked from bar {place} on: {count, plural, one{# note} other{# notes}}, {text}.',
  fromOpening: 'From the opening piece',
  chosenAt: 'Chosen at {probability}',
  likeliestKeys: 'Likeliest keys',
  percent: '{percent} %',
  below: '< {percent} %',
  opening: 'opening',
  leftOut: 'not learnt',
  leftOutNotes: '{count, plural, one{# note is} other{# notes are}} not learnt.',
  probable: 'probable',
  surprising: 'surprising',
  zoomOut: 'Zoom out',
  zoomIn: 'Zoom in',
  showAll: 'Show everything',
  form: 'Form',
  keysHelp:
    'Left and right arrow move the playhead by a beat, with Shift by a bar; up and down arrow scroll the pitches. Home and End go to the start and the end, Page Up and Page Down turn pages. Plus and minus zoom, 0 shows everything. Full stop and comma step through the notes and read them out, Enter moves the playhead to that note, Escape lets go of it.',
  markHelp:
    'M marks the bar at the playhead and with each further press the next one, Escape clears the mark.',
} as const;
