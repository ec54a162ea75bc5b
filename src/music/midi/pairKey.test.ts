import { describe, expect, it } from 'vitest';
import { NotePairing } from './notes';

/** Events of one key in words: `on 0, off 120`. */
function pair(
  text: string,
  { silences = [], endTick = 10_000 }: { silences?: number[]; endTick?: number } = {},
): { notes: [number, number][]; guessed: number; withoutLength: number } {
  const pairing = new NotePairing();
  for (const event of text.split(', ')) {
    const [kind, at] = event.split(' ');
    if (kind === 'on') pairing.noteOn(Number(at), 60, 80);
    else pairing.noteOff(Number(at), 60);
  }
  pairing.finish(endTick, silences, 4000);
  const { guessed, withoutLength } = pairing;
  return { notes: pairing.notes.map((n) => [n.tick, n.duration]), guessed, withoutLength };
}

describe('a lost note-off', () => {
  it('costs one note its length, which ends at the next strike', () => {
    const whole = Array.from({ length: 32 }, (_, i) => [`on ${i * 480}`, `off ${i * 480 + 120}`]);
    whole[5].pop();
    const { notes, guessed } = pair(whole.flat().join(', '), { endTick: 15_480 });
    expect(notes.map(([, duration]) => duration)).toEqual(
      Array.from({ length: 32 }, (_, i) => (i === 5 ? 480 : 120)),
    );
    expect(guessed).toBe(1);
  });

  it('leaves what overlaps before it alone', () => {
    expect(pair('on 0, on 50, off 100, off 150, on 200, on 300, off 310')).toEqual({
      notes: [
        [0, 100],
        [50, 100],
        [200, 100],
        [300, 10],
      ],
      guessed: 1,
      withoutLength: 0,
    });
  });

  it('is told from a note-off that stands behind the next strike of its tick', () => {
    expect(pair('on 0, on 100, off 150, on 300, on 400, off 400, off 450')).toMatchObject({
      notes: [
        [0, 100],
        [100, 50],
        [300, 100],
        [400, 50],
      ],
      guessed: 1,
    });
    expect(pair('on 0, on 100, on 200, off 200, off 300')).toMatchObject({
      notes: [
        [0, 100],
        [100, 100],
        [200, 100],
      ],
      guessed: 1,
    });
  });

  it('ends two notes of one onset together', () => {
    expect(pair('on 0, on 0, off 100, on 200, off 300').notes).toEqual([
      [0, 100],
      [0, 100],
      [200, 100],
    ]);
  });

  it('gives the last strike no more than a long note', () => {
    expect(pair('on 0', { endTick: 3000 })).toMatchObject({ notes: [[0, 3000]], guessed: 1 });
    expect(pair('on 0', { endTick: 9_000_000 })).toMatchObject({ notes: [[0, 4000]], guessed: 1 });
  });
});

describe('a note-off written before its note-on', () => {
  it('belongs to the note-on of its tick', () => {
    expect(pair('on 0, off 100, off 200, on 200, on 300, off 400')).toEqual({
      notes: [
        [0, 100],
        [200, 1],
        [300, 100],
      ],
      guessed: 0,
      withoutLength: 1,
    });
  });

  it('may be followed by others', () => {
    expect(pair('off 0, on 0, off 100, on 100, off 200, on 200')).toMatchObject({
      notes: [
        [0, 1],
        [100, 1],
        [200, 1],
      ],
      withoutLength: 3,
    });
  });

  it('is superfluous where the note has a note-off behind it', () => {
    expect(pair('off 0, on 0, off 100').notes).toEqual([[0, 100]]);
    expect(pair('off 0, on 0, off 100, on 100, off 200').notes).toEqual([
      [0, 100],
      [100, 100],
    ]);
    expect(pair('on 0, off 100, off 100, on 100, off 200, off 200').notes).toEqual([
      [0, 100],
      [100, 100],
    ]);
  });

  it('belongs to one of several note-ons of its tick', () => {
    expect(pair('off 0, off 0, on 0, on 0, on 50, off 60')).toEqual({
      notes: [
        [0, 1],
        [0, 1],
        [50, 10],
      ],
      guessed: 0,
      withoutLength: 2,
    });
    expect(pair('off 0, on 0, on 0, off 100, on 200, off 210')).toMatchObject({
      notes: [
        [0, 1],
        [0, 100],
        [200, 10],
      ],
      guessed: 0,
    });
    expect(pair('off 0, on 0, on 0, off 100, off 200, on 200, on 300, off 310')).toMatchObject({
      notes: [
        [0, 1],
        [0, 100],
        [200, 1],
        [300, 10],
      ],
      guessed: 0,
    });
  });

  it('is superfluous where several note-ons of its tick have note-offs behind them', () => {
    expect(pair('off 0, on 0, on 0, off 100, off 150')).toMatchObject({
      notes: [
        [0, 100],
        [0, 150],
      ],
      guessed: 0,
    });
  });

  it('may stand a little before it', () => {
    for (const before of ['off 60', 'on 0, off 50, off 60']) {
      const { notes, guessed } = pair(`${before}, on 80, on 900, off 990, on 1800, off 1900`);
      expect(notes.slice(-3)).toEqual([
        [80, 1],
        [900, 90],
        [1800, 100],
      ]);
      expect(guessed).toBe(0);
    }
    expect(pair('off 60, on 80, off 90').notes).toEqual([[80, 10]]);
    expect(pair('off 10, on 80, on 900, off 990').notes).toEqual([
      [80, 820],
      [900, 90],
    ]);
  });

  it('is found behind lost note-offs too', () => {
    expect(pair('on 0, on 50, on 100, off 150, off 200, on 200, on 300, off 350').notes).toEqual([
      [0, 50],
      [50, 50],
      [100, 50],
      [200, 1],
      [300, 50],
    ]);
  });
});

describe('a silence', () => {
  it('ends what sounds, and nothing is guessed', () => {
    expect(pair('on 0, on 500, off 700', { silences: [100] })).toEqual({
      notes: [
        [0, 100],
        [500, 200],
      ],
      guessed: 0,
      withoutLength: 0,
    });
  });

  it('comes before the notes of its tick, behind the note-offs', () => {
    expect(pair('on 0, off 100, on 100, off 200', { silences: [0, 100, 100] }).notes).toEqual([
      [0, 100],
      [100, 100],
    ]);
  });

  it('hides no lost note-off', () => {
    expect(pair('on 0, on 500, off 600, on 1000, off 1100', { silences: [2000] })).toMatchObject({
      notes: [
        [0, 500],
        [500, 100],
        [1000, 100],
      ],
      guessed: 1,
    });
  });
});
