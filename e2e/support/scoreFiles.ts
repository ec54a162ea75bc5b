/** Small scores that the tests hand to the app, and an independent look at those that it writes. */
import { zipSync } from 'fflate';
import type { TestFile } from './midiFiles';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A MusicXML score in 3/4: each bar has three quarter notes of one pitch, an octave of C major. */
function musicXml(title: string, bars: number): string {
  const measures = Array.from({ length: bars }, (_, i) => {
    const step = 'CDEFGAB'[i % 7];
    const note = `<note><pitch><step>${step}</step><octave>5</octave></pitch><duration>2</duration><type>quarter</type></note>`;
    const attributes =
      '<attributes><divisions>2</divisions><key><fifths>0</fifths></key><time><beats>3</beats><beat-type>4</beat-type></time><clef><sign>G</sign><line>2</line></clef></attributes>';
    return `<measure number="${i + 1}">${i === 0 ? attributes : ''}${note.repeat(3)}</measure>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?><score-partwise version="4.0"><work><work-title>${title}</work-title></work><part-list><score-part id="P1"><part-name>Piano</part-name></score-part></part-list><part id="P1">${measures.join('')}</part></score-partwise>`;
}

export function musicXmlFile(title: string, bars: number): TestFile {
  return { name: `${title}.musicxml`, bytes: bytesOf(musicXml(title, bars)) };
}

/** Compressed MusicXML: a zip archive whose container names the score. */
export function mxlFile(title: string, bars: number): TestFile {
  const container =
    '<?xml version="1.0"?><container><rootfiles><rootfile full-path="music/score.xml"/></rootfiles></container>';
  return {
    name: `${title}.mxl`,
    bytes: zipSync({
      'META-INF/container.xml': bytesOf(container),
      'music/score.xml': bytesOf(musicXml(title, bars)),
    }),
  };
}

export function abcFile(title: string): TestFile {
  const tune = `X:1\nT:${title}\nM:4/4\nL:1/4\nK:D\n|: D E F G | A B c d | d c B A | G F E D :|\n`;
  return { name: `${title}.abc`, bytes: bytesOf(tune) };
}

/** Breaks off before its first note. */
export const brokenScore: TestFile = {
  name: 'broken.musicxml',
  bytes: bytesOf(musicXml('Broken', 4).slice(0, 300)),
};

/**
 * The number of bars and of sounding notes of a MusicXML text, read without any code of Etude's.
 * @throws where tags do not match, or where a voice does not fill its bar
 */
export function readBack(text: string): { bars: number; notes: number } {
  const open: string[] = [];
  for (const [tag] of text.matchAll(/<[^!?][^>]*>/g)) {
    if (tag.endsWith('/>')) continue;
    const name = /^<\/?([\w-]+)/.exec(tag)?.[1] ?? '';
    if (!tag.startsWith('</')) open.push(name);
    else if (open.pop() !== name) throw new Error(`${tag} closes nothing.`);
  }
  if (open.length > 0) throw new Error(`${open.join(', ')} stay open.`);
  const numberIn = (xml: string, name: string): number =>
    Number(new RegExp(`<${name}>(\\d+)</${name}>`).exec(xml)?.[1]);
  const measures = [...text.matchAll(/<measure [^>]*>(.*?)<\/measure>/gs)].map(([, xml]) => xml);
  const [first] = measures;
  const full =
    (4 * numberIn(first, 'divisions') * numberIn(first, 'beats')) / numberIn(first, 'beat-type');
  let notes = 0;
  for (const [i, measure] of measures.entries()) {
    const voices = new Map<number, number>();
    for (const [, note] of measure.matchAll(/<note[^>]*>(.*?)<\/note>/gs)) {
      if (note.includes('<pitch>') && !note.includes('<tie type="stop"')) notes++;
      if (note.includes('<chord')) continue;
      const voice = numberIn(note, 'voice');
      voices.set(voice, (voices.get(voice) ?? 0) + numberIn(note, 'duration'));
    }
    for (const [voice, sum] of voices) {
      if (sum !== full) throw new Error(`Bar ${i + 1}, voice ${voice}: ${sum} of ${full}.`);
    }
  }
  return { bars: measures.length, notes };
}
