import { describe, expect, it } from 'vitest';
import { creditsInName, creditsInTexts } from './credits';

describe('texts of a file', () => {
  it.each([
    [['Bethena', 'Composer: Scott Joplin', 'Right hand'], { composer: 'Scott Joplin' }],
    [['Musik von Clara Wieck'], { composer: 'Clara Wieck' }],
    [
      ['Sonate opus 35', 'Copyright © 2002 by Bernd Krueger', 'Frederic Chopin', 'Grave'],
      { composer: 'Frederic Chopin' },
    ],
    [['Antonín Dvořák', 'composed in 1894'], { composer: 'Antonín Dvořák', year: 1894 }],
    [['© 1899 Scott Joplin', 'Scott Joplin'], { composer: 'Scott Joplin', year: 1899 }],
  ])('say who composed it, and when: %j', (texts, expected) => {
    expect(creditsInTexts(texts)).toEqual(expected);
  });

  it.each([
    [['Sequenced by John Doe', '© 1999 John Doe']],
    [['Piano right', 'Grave', 'Fertiggestellt am 31.1.2002', 'LilyPond 2.24.1']],
    [['In the manner of Mozart', 'Variations on a theme by Mozart, for Bach']],
    [['Composer: ?', 'composed 9999']],
    [[]],
  ])('say nothing of a composer: %j', (texts) => {
    expect(creditsInTexts(texts)).toEqual({});
  });
});

describe("a file's name", () => {
  it.each([
    ['folder/Scott Joplin - The Entertainer (1902).mid', { composer: 'Scott Joplin', year: 1902 }],
    ['Debussy - Clair de lune.mid', { composer: 'Debussy' }],
    ['Clair_de_lune_-_Claude_Debussy.mid', { composer: 'Claude Debussy' }],
    ['chopin-frederic--op.-072-no.-004.mid', { composer: 'Frederic Chopin' }],
    ['Amy Beach - Fireflies.mid', { composer: 'Amy Beach' }],
    ['Solace (1909).mid', { year: 1909 }],
    ['Maple Leaf Rag - Piano.mid', {}],
    ['Bach/track 01.mid', {}],
    ['Sonata - Allegro.mid', {}],
    ['Night - Day.mid', {}],
    ['film (3000).mid', {}],
  ])('%s', (name, expected) => {
    expect(creditsInName(name)).toEqual(expected);
  });
});
