import { describe, expect, it } from 'vitest';
import { titleOf } from './pieceTitle';

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
    'Solo Piano',
    'Electric Piano 1',
    'Violin',
    'Strings',
    'Lead 1 (square)',
    'Acoustic Guitar (nylon)',
    'Tubular Bells',
    'FX 4 (atmosphere)',
    '1st Violin',
    'rechte Hand',
    'Klavier, linke Hand',
    'mano derecha',
    'Right Hand',
    'R.H.',
    'Piano L.H.',
    'Untitled copy',
    'Copy of Untitled (2)',
    'Unbenannt - Kopie',
    'Без названия',
    '無題',
    '無題のコピー 2',
    'sans titre',
    'senza titolo',
    'sin título',
    'sin ti\u0301tulo',
    'New song',
    'Sequence 1',
    'Song 1',
    'MIDI file',
  ])('is the name of the file where %j is written', (written) => {
    expect(titleOf(written, 'songs/Für Elise.mid')).toBe('Für Elise');
  });

  it.each([
    'Sonata in A',
    'Maple Leaf Rag',
    'Étude',
    '月光',
    'Piano Sonata 14',
    '#1 Waltz',
    'Strings of Fire',
    'Violin Concerto',
    'Sans Souci',
    'Sin',
    'Tango',
    'Rain',
    'Echoes',
    'Church Bells',
    'Jazz Piano',
    'Copycat',
    'Hands Up High',
    'Y.M.C.A.',
    'Rainy Day Music',
  ])('is %j where that is written', (written) => {
    expect(titleOf(written, 'a.mid')).toBe(written);
  });

  it('is the name of a file that has no better one', () => {
    expect(titleOf('Violin', 'Untitled 3.mid')).toBe('Untitled 3');
  });

  it('is what is there where nothing names it', () => {
    expect(titleOf('untitled', '....mid')).toBe('untitled');
    expect(titleOf('', '.mid')).not.toBe('');
    expect(titleOf('untitled', '12.mid')).toBe('12');
  });
});
