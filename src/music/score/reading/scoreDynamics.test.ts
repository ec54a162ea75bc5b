import { describe, expect, it } from 'vitest';
import type { Song } from '../../song';
import { mark, note, scoreOf } from '../testing/scoreXml';
import { readScore } from './readScore';

function songOf(text: string): Song {
  const result = readScore(new TextEncoder().encode(text));
  if (!result.ok) throw new Error(result.reason);
  return result.songs[0];
}

const velocities = (text: string, track = 0): number[] =>
  songOf(text).tracks[track].notes.map(({ velocity }) => velocity);

const dynamic = (name: string, more = ''): string => mark(`<dynamics><${name}/></dynamics>`, more);
const wedge = (type: string, more = ''): string => mark(`<wedge type="${type}"/>`, more);
const articulation = (name: string): string =>
  `<notations><articulations><${name}/></articulations></notations>`;

describe('dynamics of a score', () => {
  it('grow along a hairpin over the bar line, also when it is repeated', () => {
    const xml = scoreOf([
      `${dynamic('p')}${wedge('crescendo')}${note('C5 2')}${note('D5 2')}`,
      `${note('E5 2')}${note('F5 2')}${wedge('stop')}`,
      `${dynamic('f')}${note('G5 4')}<barline location="right"><repeat direction="backward"/></barline>`,
    ]);
    const once = [49, 61, 73, 84, 96];
    expect(velocities(xml)).toEqual([...once, ...once]);
  });

  it('fade without a mark at the end by one step, and stay', () => {
    const xml = scoreOf([
      `${dynamic('f')}${wedge('diminuendo')}${note('C5 2')}${note('D5 2')}${wedge('stop')}`,
      note('E5 4'),
    ]);
    expect(velocities(xml)).toEqual([96, 88, 80]);
  });

  it('hold for both staves unless each has its own', () => {
    const staves = (lower: string): string =>
      scoreOf([
        `${dynamic('p', '<staff>1</staff>')}${wedge('crescendo', '<staff>1</staff>')}${note('C5 2', '<staff>1</staff>')}${note('D5 2', '<staff>1</staff>')}${wedge('stop', '<staff>1</staff>')}<backup><duration>4</duration></backup>${lower}${note('C3 2', '<voice>5</voice><staff>2</staff>')}${note('D3 2', '<voice>5</voice><staff>2</staff>')}`,
        `${dynamic('f', '<staff>1</staff>')}${note('E5 4', '<staff>1</staff>')}`,
      ]);
    expect(velocities(staves(''), 0)).toEqual([49, 73, 96]);
    expect(velocities(staves(''), 1)).toEqual([49, 73]);
    expect(velocities(staves(dynamic('mf', '<staff>2</staff>')), 1)).toEqual([80, 80]);
  });

  it('accent single notes and whole chords', () => {
    const chord = note('E5 2').replace('<pitch>', '<chord/><pitch>');
    const xml = scoreOf([
      `${dynamic('p')}${note('C5 2', articulation('accent'))}${chord}${note('D5 2')}`,
      `${note('E5 2', articulation('strong-accent'))}${note('F5 2', articulation('staccato'))}`,
      `${note('G5 2', articulation('accent'), ' dynamics="100"')}${note('A5 2')}`,
    ]);
    // A velocity that the score itself gives has its accents in it.
    expect(velocities(xml)).toEqual([65, 65, 49, 73, 49, 90, 49]);
  });

  it('strike notes at sfz and fp harder, and none after them', () => {
    const xml = scoreOf([
      `${dynamic('mf')}${dynamic('sfz')}${note('C5 2')}${note('D5 2')}`,
      `${dynamic('fp')}${note('E5 2')}${note('F5 2')}`,
      `${note('G5 2', '<notations><dynamics><sfz/></dynamics></notations>')}${note('A5 2')}`,
    ]);
    expect(velocities(xml)).toEqual([104, 80, 96, 49, 73, 49]);
  });
});
