import { describe, expect, it } from 'vitest';
import { tellApart } from './titles';

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
