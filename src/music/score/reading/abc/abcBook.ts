/** The tunes of a book in ABC; what stands between them is prose (ABC 2.1, section 2.2). */

/** The lines of one tune. */
export interface AbcTune {
  /** Up to its key. */
  header: string[];
  body: string[];
}

/** Fields of the file's header that hold for each tune without its own. */
const SHARED = /^([CILMQU]):/;

export function tunesOf(book: string): AbcTune[] {
  const [first = [], ...blocks] = blocksOf(book);
  const isHeader = first.every((line) => /^(?:[A-Za-z]:|%)/.test(line)) && !isTune(first);
  const shared = isHeader ? first.filter((line) => SHARED.test(line)) : [];
  return wholeTunes([first, ...blocks]).map((lines) => {
    const key = lines.findIndex((line) => line.startsWith('K:'));
    const own = lines.slice(0, key + 1);
    const missing = shared.filter((line) => !own.some((each) => each.startsWith(line.slice(0, 2))));
    return { header: [own[0], ...missing, ...own.slice(1)], body: lines.slice(key + 1) };
  });
}

/** Runs of lines that an empty line ends, or the number of the next tune. */
function blocksOf(book: string): string[][] {
  const blocks: string[][] = [];
  let block: string[] = [];
  let isText = false;
  for (const line of book.split(/\r\n|[\r\n\u2028\u2029]/)) {
    const begins = /^X:/.test(line);
    if (begins || /^%%\s*end(?:text|ps|svg)/.test(line)) isText = false;
    else if (/^%%\s*begin(?:text|ps|svg)/.test(line)) isText = true;
    if (isText) continue;
    const isEmpty = line.trim() === '';
    if (block.length > 0 && (isEmpty || begins)) {
      blocks.push(block);
      block = [];
    }
    if (!isEmpty) block.push(line);
  }
  return [...blocks, block];
}

/** The tunes, each with the music that stands behind an empty line, as careless writers leave it. */
function wholeTunes(blocks: readonly string[][]): string[][] {
  const tunes: string[][] = [];
  let isOpen = false;
  for (const block of blocks) {
    if (isTune(block)) tunes.push([...block]);
    else if (isOpen && block.every(isMusicAlone)) tunes.at(-1)?.push(...block);
    isOpen = tunes.length > 0 && (isTune(block) || (isOpen && block.every(isMusicAlone)));
  }
  return tunes;
}

/** A line of music that no prose could be: bar lines between notes, with words for them below. */
function isMusicAlone(line: string): boolean {
  if (/^(?:w:|%|[KLMPQV]:)/.test(line)) return true;
  const marks = line.replace(/"[^"]*"|![^!]*!|\[[A-Za-z]:[^\]]*\]/g, '');
  return /\|/.test(marks) && /^[\sA-Ga-gxyzXZu-vHL-PS-T\d,'/|:[\]()<>^_=~.{}+&\\-]*$/.test(marks);
}

function isTune(lines: readonly string[]): boolean {
  return /^X:/.test(lines[0] ?? '') && lines.some((line) => line.startsWith('K:'));
}

/** Whether a text has a tune in it, whatever stands before. */
export function hasTune(text: string): boolean {
  if (!/^X:/m.test(text)) return false;
  return blocksOf(text).some((lines) => /^X:\s*\d/.test(lines[0] ?? '') && isTune(lines));
}
