import { beforeEach, describe, expect, it } from 'vitest';
import { Sequencer } from '../sequencer';
import { timeNotes } from '../timedNotes';
import { MidiVoices } from './midiVoices';
import { soundingPitches } from './testing/soundingPitches';
import { StandInOutput } from './testing/standInMidi';

let port: StandInOutput;
let voices: MidiVoices;
/** Page time at which audio second 0 is heard. */
let origin: number;

beforeEach(() => {
  port = new StandInOutput('1', 'Sound module');
  origin = performance.now();
  voices = new MidiVoices(port, (seconds) => origin + 1000 * seconds);
});

const PEDAL_UP = [0xb0, 64, 0];
const ALL_OFF = [0xb0, 123, 0];

function sentAt(): [number[], number][] {
  return port.sent.map(({ data, at }) => [data, Math.round((at ?? 0) - origin)]);
}

describe('voices on a MIDI device', () => {
  it('send every note with the time at which it sounds', () => {
    const notes = [
      { tick: 0, duration: 480, pitch: 60, velocity: 80 },
      { tick: 480, duration: 480, pitch: 64, velocity: 127 },
    ];
    const tempos = [{ tick: 0, microsecondsPerQuarter: 500_000 }];
    const sequencer = new Sequencer(timeNotes({ notes, ppq: 480, tempos }), voices, {
      position: 0,
      time: 1,
      speed: 1,
      loop: false,
    });
    for (let now = 0.9; now < 2.1; now += 0.05) sequencer.advance(now, now + 0.2);
    expect(sentAt()).toEqual([
      [[0x90, 60, 80], 1000],
      [[0x80, 60, 64], 1500],
      [[0x90, 64, 127], 1500],
      [[0x80, 64, 64], 2000],
    ]);
  });

  it('silence the device at once, and again after what it was given ahead of time', () => {
    voices.attack(60, 80, 0);
    voices.release(60, 0.001);
    voices.attack(64, 80, 0.15);
    voices.attack(67, 80, 0.15);
    voices.release(67, 0.18);
    while (performance.now() < origin + 2) {}
    port.sent.length = 0;
    voices.cut();
    const first = port.sent.slice(0, 4);
    const last = port.sent.slice(4);
    for (const round of [first, last]) {
      expect(round.map(({ data }) => data)).toEqual([
        [0x80, 64, 64],
        [0x80, 67, 64],
        PEDAL_UP,
        ALL_OFF,
      ]);
    }
    for (const { at = 0 } of first) expect(at - origin).toBeLessThan(100);
    for (const { at = 0 } of last) expect(Math.round(at - origin)).toBe(181);
    expect(port.sent).toHaveLength(8);
  });

  it('leave the keys of other voices on the device sounding', () => {
    const onPort = new Set<MidiVoices>();
    const played = new MidiVoices(port, (seconds) => origin + 1000 * seconds, onPort);
    const held = new MidiVoices(port, (seconds) => origin + 1000 * seconds, onPort);
    played.attack(60, 80, 0);
    held.attack(67, 80, 0);
    played.cut();
    expect(soundingPitches(port, origin + 1000)).toEqual([67]);
    held.cut();
    expect(soundingPitches(port, origin + 1000)).toEqual([]);
    expect(port.sent.at(-1)?.data).toEqual(ALL_OFF);
  });

  it('say nothing to a device that is gone', () => {
    voices.attack(60, 80, 0);
    port.state = 'disconnected';
    voices.release(60, 1);
    voices.cut();
    expect(port.sent).toHaveLength(1);
  });
});
