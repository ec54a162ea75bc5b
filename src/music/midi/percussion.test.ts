import { describe, expect, it } from 'vitest';
import {
  bank,
  control,
  delayed,
  GM_RESET,
  GS_RESET,
  gsMode,
  kinds,
  program,
  tracksOf,
  XG_RESET,
  xgMode,
} from './testing/channelMessages';
import { meta, note } from './testing/midiBytes';

describe('percussion', () => {
  it('is where GS puts it, from any track', () => {
    expect(kinds(tracksOf([GS_RESET, gsMode(0xa, 1)], [note(60)], [note(40, 80, 10)]))).toEqual([
      '1 melodic',
      '10 drums',
    ]);
    expect(kinds(tracksOf([gsMode(1, 2), note(40, 80, 0)]))).toEqual(['10 drums']);
    expect(kinds(tracksOf([gsMode(0, 0), note(60, 80, 9)]))).toEqual(['1 melodic']);
  });

  it('is where XG puts it, by part or by bank', () => {
    expect(kinds(tracksOf([XG_RESET, xgMode(2, 2), note(40, 80, 2), note(60)]))).toEqual([
      '1 melodic',
      '10 drums',
    ]);
    expect(kinds(tracksOf([xgMode(9, 0), note(60, 80, 9)]))).toEqual(['1 melodic']);
    expect(kinds(tracksOf([XG_RESET, bank(127, 4), note(40, 80, 4)]))).toEqual(['10 drums']);
    expect(kinds(tracksOf([bank(127, 4), note(40, 80, 4)]))).toEqual(['10 drums']);
    expect(kinds(tracksOf([GS_RESET, bank(127, 4), note(60, 80, 4)]))).toEqual(['5 melodic']);
    expect(kinds(tracksOf([GM_RESET, bank(127, 4), note(60, 80, 4)]))).toEqual(['5 melodic']);
  });

  it('is where General MIDI 2 puts it, by bank', () => {
    expect(kinds(tracksOf([bank(120, 3), note(40, 80, 3)]))).toEqual(['10 drums']);
    expect(kinds(tracksOf([bank(121, 9), note(60, 80, 9)]))).toEqual(['1 melodic']);
  });

  it('may begin and end in the middle of a channel', () => {
    const parts = tracksOf([
      note(60, 80, 3),
      gsMode(4, 1),
      note(40, 80, 3),
      GS_RESET,
      note(62, 80, 3),
    ]);
    expect(kinds(parts)).toEqual(['4 melodic', '10 drums']);
    expect(parts.map(({ notes }) => notes.map(({ pitch }) => pitch))).toEqual([[60, 62], [40]]);
  });

  it('is where the blocks of GS put it, for each channel', () => {
    // Block 0 is channel 10; then come 1 to 9 and 11 to 16.
    const channels = [9, 0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 14, 15];
    for (const [block, channel] of channels.entries()) {
      expect(
        kinds(tracksOf([gsMode(9, 0), gsMode(0, 0), gsMode(block, 1), note(40, 80, channel)])),
      ).toEqual(['10 drums']);
    }
  });

  it('ends with another bank, where a bank began it', () => {
    const parts = (...standards: number[][]): string[] =>
      kinds(
        tracksOf([
          ...standards,
          bank(127, 4),
          note(40, 80, 4),
          bank(0, 4),
          note(60, 80, 4),
          bank(126, 4),
          note(41, 80, 4),
          bank(64, 4),
          note(61, 80, 4),
        ]),
      );
    expect(parts(XG_RESET)).toEqual(['5 melodic', '10 drums']);
    expect(kinds(tracksOf([bank(127, 4), note(40, 80, 4), bank(0, 4), note(60, 80, 4)]))).toEqual([
      '5 melodic',
      '10 drums',
    ]);
    expect(kinds(tracksOf([bank(120, 4), note(40, 80, 4), bank(0, 4), note(60, 80, 4)]))).toEqual([
      '5 melodic',
      '10 drums',
    ]);
    expect(kinds(tracksOf([XG_RESET, bank(127, 4), bank(0, 4), note(60, 80, 4)]))).toEqual([
      '5 melodic',
    ]);
  });

  it('does not end with a bank where something else began it', () => {
    expect(kinds(tracksOf([XG_RESET, bank(0, 9), note(40, 80, 9)]))).toEqual(['10 drums']);
    expect(kinds(tracksOf([XG_RESET, xgMode(4, 2), bank(0, 4), note(40, 80, 4)]))).toEqual([
      '10 drums',
    ]);
    expect(kinds(tracksOf([gsMode(5, 1), bank(8, 4), note(40, 80, 4)]))).toEqual(['10 drums']);
  });

  it('follows a bank with the next program, from any track', () => {
    const drums = control(0, 0, 127, 4);
    expect(kinds(tracksOf([XG_RESET, program(4), drums, note(60, 80, 4)]))).toEqual(['5 melodic']);
    expect(kinds(tracksOf([XG_RESET, drums], [program(4), note(40, 80, 4)]))).toEqual(['10 drums']);
    expect(
      kinds(
        tracksOf([
          XG_RESET,
          drums,
          program(4),
          note(40, 80, 4),
          control(0, 0, 0, 4),
          note(41, 80, 4),
        ]),
      ),
    ).toEqual(['10 drums']);
  });

  it('ends with a reset, from any track', () => {
    for (const reset of [GM_RESET, GS_RESET, XG_RESET]) {
      for (const begin of [gsMode(4, 1), xgMode(3, 1), bank(127, 3)]) {
        const notes = [begin, note(40, 80, 3), meta(480, 1, ''), note(60, 80, 3)];
        expect(kinds(tracksOf([delayed(700, reset)], notes))).toEqual(
          begin.includes(0xc3) && reset !== XG_RESET ? ['4 melodic'] : ['4 melodic', '10 drums'],
        );
      }
    }
  });

  it('is the tenth channel where nothing else is said', () => {
    expect(kinds(tracksOf([GM_RESET, XG_RESET, note(40, 80, 9), note(60, 80, 2)]))).toEqual([
      '3 melodic',
      '10 drums',
    ]);
  });
});
