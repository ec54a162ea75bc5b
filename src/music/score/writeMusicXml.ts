/** Writes a score as MusicXML 4.0 (score-partwise). */
import { writeMeasure } from './musicXmlMeasure';
import type { Score, ScorePart } from './score';
import { element, textElement } from './xml';

const HEADER = `<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!DOCTYPE score-partwise PUBLIC "-//Recordare//DTD MusicXML 4.0 Partwise//EN" "http://www.musicxml.org/dtds/partwise.dtd">
`;

/** @param composer goes into the credits of the file; empty for none */
export function writeMusicXml(score: Score, composer = ''): string {
  const parts = score.parts.length > 0 ? score.parts : [emptyPart(score)];
  const list = parts.map((part, i) => scorePart(part, i)).join('');
  const music = parts.map((part, i) => {
    const measures = score.bars.map((_, bar) => writeMeasure(score, part, bar, i === 0));
    return element('part', `\n${measures.join('\n')}\n`, { id: idOf(i) });
  });
  const content = [
    score.title === '' ? '' : element('work', textElement('work-title', score.title)),
    identification(composer),
    element('part-list', list),
    ...music,
  ];
  const body = content.filter((line) => line !== '').join('\n');
  return `${HEADER}${element('score-partwise', `\n${body}\n`, { version: '4.0' })}\n`;
}

function identification(composer: string): string {
  const creator = composer === '' ? '' : textElement('creator', composer, { type: 'composer' });
  return element('identification', creator + element('encoding', textElement('software', 'Etude')));
}

function idOf(index: number): string {
  return `P${index + 1}`;
}

function scorePart({ name, program }: ScorePart, index: number): string {
  const id = idOf(index);
  const instrument = `${id}-I1`;
  return element(
    'score-part',
    textElement('part-name', name) +
      element('score-instrument', textElement('instrument-name', name), { id: instrument }) +
      element('midi-instrument', textElement('midi-program', program + 1), { id: instrument }),
    { id },
  );
}

/** A format without parts does not exist. */
function emptyPart({ bars }: Score): ScorePart {
  const staff = bars.map(({ tick, ticks }): ScorePart['staves'][number][number] => ({
    clef: 'treble',
    voices: [
      {
        voice: 0,
        events: [{ tick, duration: ticks, notes: [], tiedFrom: false, tiedTo: false }],
      },
    ],
  }));
  return { name: 'Piano', program: 0, staves: [staff], pedal: [], notes: [] };
}
