import { describe, expect, it } from 'vitest';
import type { Song } from '../../song';
import { note, scoreOf } from '../testing/scoreXml';
import { readScore } from './readScore';

function songOf(text: string): Song {
  const result = readScore(new TextEncoder().encode(text));
  if (!result.ok) throw new Error(result.reason);
  return result.songs[0];
}

describe('credits of a score', () => {
  const credited = (identification: string): Pick<Song, 'composer' | 'year'> => {
    const before = `<identification>${identification}</identification>`;
    const { composer, year } = songOf(scoreOf([note('C5 4')], undefined, before));
    return { composer, year };
  };
  const creator = (name: string, type = 'composer'): string =>
    `<creator type="${type}">${name}</creator>`;

  it('name the composer, and the year where it is theirs', () => {
    expect(credited(creator('Scott Joplin'))).toEqual({ composer: 'Scott Joplin' });
    expect(
      credited(`${creator('Scott Joplin')}<rights>Copyright © 1899 Scott Joplin</rights>`),
    ).toEqual({ composer: 'Scott Joplin', year: 1899 });
    expect(credited(`${creator('Anna Typist', 'arranger')}${creator('Clara Wieck')}`)).toEqual({
      composer: 'Clara Wieck',
    });
  });

  it('leave out labels, years of life and further lines', () => {
    expect(credited(creator('Music by Fanny Hensel (1805–1847)'))).toEqual({
      composer: 'Fanny Hensel',
    });
    expect(credited(creator('Amy Beach\nOp. 28'))).toEqual({ composer: 'Amy Beach' });
  });

  it('say nothing where nobody put a name', () => {
    for (const name of ['Composer', 'Composer / arranger', '?', '', ' ']) {
      expect(credited(creator(name))).toEqual({});
    }
    expect(
      credited(`${creator('Ann Author', 'lyricist')}<rights>© 2019 Ann Engraver</rights>`),
    ).toEqual({});
  });
});
