import { describe, expect, it } from 'vitest';
import { styleOf } from './styles';

describe('styleOf', () => {
  it.each([
    ['lieder', 'Schubert, Franz', 'Der Doppelgänger', 'songs'],
    ['chopin', 'Chopin, Frédéric', 'Mazurka op. 6', 'chopin'],
    ['mutopia', 'Bach, Johann Sebastian', 'English Suite II: Polonaise', 'baroque'],
    ['mutopia', 'Joplin, Scott', 'Bethena, a Concert Waltz', 'ragtime'],
    ['mutopia', 'Mozart, Wolfgang Amadeus', 'Sonate', 'classical'],
    ['polish', undefined, 'Polonez', 'dances'],
    ['polish', 'Zarębski, Juliusz', 'Ballade op. 18', 'romantic'],
    ['polish', undefined, 'Adagio', undefined],
    ['mutopia', 'Verdi, Giuseppe', 'La Traviata', undefined],
  ] as const)('of %s, %s, %s is %s', (source, person, title, style) => {
    expect(styleOf({ source, person, title })).toBe(style);
  });
});
