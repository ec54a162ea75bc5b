import { describe, expect, it } from 'vitest';
import { tellApart, titleOf } from './titles';

describe('the title of a piece', () => {
  it.each([
    'Piano Template',
    'untitled',
    'Track 0',
    '..',
    '---',
    '',
    'New Song',
    'Grand Piano',
    'Acoustic Grand Piano',
    'Unbenannt 3',
    'Sans titre',
    'Piano (right hand)',
    'Conductor Track',
    'Sequence 01',
    '12',
  ])('is the name of the file where %j is written', (written) => {
    expect(titleOf(written, 'songs/Für Elise.mid')).toBe('Für Elise');
  });

  it.each(['Sonata in A', 'Maple Leaf Rag', 'Étude', '月光', 'Piano Sonata 14', '#1 Waltz'])(
    'is %j where that is written',
    (written) => {
      expect(titleOf(written, 'a.mid')).toBe(written);
    },
  );

  it('is what is there where nothing names it', () => {
    expect(titleOf('untitled', '....mid')).toBe('untitled');
    expect(titleOf('', '.mid')).not.toBe('');
    expect(titleOf('untitled', '12.mid')).toBe('12');
  });
});

describe('pieces with one title', () => {
  const piece = (title: string, fileName: string) => ({ title, fileName });

  it('get the names of their files where they are many', () => {
    const alike = [1, 2, 3].map((i) => piece('Played by X', `dir/${i}.mid`));
    const two = [piece('Sonata', 'a.mid'), piece('Sonata', 'b.mid')];
    expect(tellApart([...alike, ...two]).map(({ title }) => title)).toEqual([
      '1',
      '2',
      '3',
      'Sonata',
      'Sonata',
    ]);
  });

  it('stay where they come from one file', () => {
    const songs = [1, 2, 3].map(() => piece('Suite', 'suite.mid'));
    expect(tellApart(songs)).toEqual(songs);
  });
});
