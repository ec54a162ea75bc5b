/** Small MusicXML scores for tests. */

const ATTRIBUTES =
  '<attributes><divisions>2</divisions><time><beats>2</beats><beat-type>4</beat-type></time></attributes>';

/**
 * A score of one part in 2/4, two divisions a quarter note.
 * @param measures their content
 * @param before what precedes the list of parts
 */
export function scoreOf(
  measures: readonly string[],
  partList = '<part-name>Flute</part-name>',
  before = '',
): string {
  const music = measures.map((content, i) => {
    return `<measure number="${i + 1}">${i === 0 ? ATTRIBUTES : ''}${content}</measure>`;
  });
  return `<?xml version="1.0"?><score-partwise version="4.0">${before}<part-list><score-part id="P1">${partList}</score-part></part-list><part id="P1">${music.join('')}</part></score-partwise>`;
}

/** "C5 2": a note of two divisions; more content after it. */
export function note(words: string, more = '', attributes = ''): string {
  const [name, duration] = words.split(' ');
  const pitch = `<pitch><step>${name[0]}</step><octave>${name.slice(1)}</octave></pitch>`;
  return `<note${attributes}>${pitch}<duration>${duration}</duration>${more}</note>`;
}

/** A direction. @param more its staff, or its sound */
export function mark(content: string, more = ''): string {
  return `<direction><direction-type>${content}</direction-type>${more}</direction>`;
}
