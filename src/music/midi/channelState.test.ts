import { describe, expect, it } from 'vitest';
import {
  control,
  delayed,
  ends,
  GM_RESET,
  GS_RESET,
  kinds,
  tracksOf,
  XG_RESET,
} from './testing/channelMessages';
import { type Bytes, meta, note, noteOff, noteOn } from './testing/midiBytes';

describe('messages that end notes', () => {
  it.each([120, 123, 124, 125, 126, 127])('ends notes at controller %i', (number) => {
    expect(ends(tracksOf([noteOn(0, 60), noteOn(0, 64), control(100, number, 0)]))).toEqual([
      100, 100,
    ]);
  });

  it('ends those of other tracks of the channel, and of no other channel', () => {
    const parts = tracksOf(
      [control(100, 123, 0)],
      [noteOn(0, 60), meta(400, 1, '')],
      [noteOn(0, 60, 80, 1), noteOff(300, 60, 1)],
    );
    expect(ends(parts)).toEqual([100, 300]);
  });

  it('lifts the pedal at controllers 120 and 121', () => {
    for (const number of [120, 121]) {
      const [part] = tracksOf([control(0, 64, 127), note(60), control(100, number, 0)]);
      expect(part.pedal).toEqual([
        { tick: 0, down: true },
        { tick: 580, down: false },
      ]);
    }
  });
});

describe('messages of other tracks', () => {
  const sounding: Bytes[] = [control(0, 64, 127), noteOn(0, 60), meta(960, 1, '')];
  const lifted = [
    { tick: 0, down: true },
    { tick: 480, down: false },
  ];

  it.each([
    { what: 'controller 64', message: control(480, 64, 0) },
    { what: 'a low value of controller 64', message: control(480, 64, 63) },
    { what: 'controller 121', message: control(480, 121, 0) },
    { what: 'controller 120', message: control(480, 120, 0) },
    { what: 'a GM reset', message: delayed(480, GM_RESET) },
    { what: 'a GS reset', message: delayed(480, GS_RESET) },
    { what: 'an XG reset', message: delayed(480, XG_RESET) },
  ])('lift the pedal: $what', ({ message }) => {
    const [behind] = tracksOf(sounding, [message]);
    expect(behind.pedal).toEqual(lifted);
    const [before] = tracksOf([message], sounding);
    expect(before.pedal).toEqual(lifted);
  });

  it('lift a pedal that goes down again', () => {
    const moves = [control(0, 64, 127), note(60), control(480, 64, 100), note(62)];
    const [part] = tracksOf(moves, [control(600, 121, 0)]);
    expect(part.pedal).toEqual([
      { tick: 0, down: true },
      { tick: 600, down: false },
      { tick: 960, down: true },
    ]);
  });

  it('do not lift a pedal of their tick where they only set it up', () => {
    const [part] = tracksOf(sounding, [control(0, 121, 0), control(480, 64, 0)]);
    expect(part.pedal).toEqual(lifted);
  });

  it('end notes by a reset, of their port only', () => {
    const onPort = (number: number, ...events: Bytes[]): Bytes[] => [
      meta(0, 0x21, [number]),
      ...events,
    ];
    const held = [noteOn(0, 60), meta(960, 1, ''), noteOff(0, 60)];
    const reset = delayed(480, GM_RESET);
    expect(ends(tracksOf(held, [reset]))).toEqual([480]);
    expect(ends(tracksOf(onPort(0, ...held), onPort(1, reset)))).toEqual([960]);
    expect(ends(tracksOf(onPort(1, ...held), onPort(1, reset)))).toEqual([480]);
  });
});

describe('ports', () => {
  const port = (number: number): Bytes => meta(0, 0x21, [number]);

  it('keep programs, pedals and silences apart', () => {
    const parts = tracksOf(
      [
        port(0),
        [0, 0xc0, 5],
        control(0, 64, 127),
        noteOn(0, 60),
        noteOff(120, 60),
        control(0, 64, 0),
      ],
      [port(1), [0, 0xc0, 7], noteOn(0, 62), control(120, 123, 0)],
      [port(0), noteOn(0, 65), noteOff(240 - 127, 65), meta(127, 1, '')],
    );
    expect(parts.map(({ program }) => program)).toEqual([5, 7, 5]);
    expect(parts.map(({ channel }) => channel)).toEqual([0, 1, 0]);
    expect(parts.map(({ pedal }) => pedal.length)).toEqual([2, 0, 2]);
    expect(ends(parts)).toEqual([120, 120, 113]);
  });

  it('have percussion each', () => {
    const parts = tracksOf([port(1), note(40, 80, 9)], [port(0), note(60, 80, 0)]);
    expect(kinds(parts)).toEqual(['10 drums', '1 melodic']);
  });

  it('share the channels where there are not enough of them', () => {
    const crowd = [0, 1].map((number) => [
      port(number),
      ...Array.from({ length: 15 }, (_, i) => note(60, 80, i < 9 ? i : i + 1)),
    ]);
    const parts = tracksOf(...crowd);
    expect(parts).toHaveLength(30);
    expect(new Set(parts.map(({ channel }) => channel)).size).toBe(15);
  });
});
