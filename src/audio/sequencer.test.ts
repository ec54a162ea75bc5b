import { describe, expect, it } from 'vitest';
import type { Note } from '../music/song';
import { Sequencer, type Voices } from './sequencer';
import { type TimedNotes, timeNotes } from './timedNotes';

/** Records the calls, times rounded to microseconds. */
class Recorder implements Voices {
  readonly log: string[] = [];
  attack(pitch: number, _velocity: number, time: number): void {
    this.log.push(`+${pitch}@${micro(time)}`);
  }
  release(pitch: number, time: number): void {
    this.log.push(`-${pitch}@${micro(time)}`);
  }
  take(): string[] {
    return this.log.splice(0);
  }
}

const micro = (seconds: number): number => Math.round(seconds * 1e6) / 1e6;

const note = (tick: number, duration: number, pitch: number): Note => ({
  tick,
  duration,
  pitch,
  velocity: 90,
});

/** 100 ticks are one second. */
const timed = (notes: Note[], endTick?: number): TimedNotes =>
  timeNotes({
    notes,
    ppq: 50,
    tempos: [{ tick: 0, microsecondsPerQuarter: 500_000 }],
    endTick,
  });

const scale = timed([note(0, 100, 60), note(100, 100, 62), note(200, 100, 64)]);

function start(
  notes: TimedNotes,
  options: { position?: number; speed?: number; loop?: boolean } = {},
): { sequencer: Sequencer; voices: Recorder } {
  const voices = new Recorder();
  const { position = 0, speed = 1, loop = false } = options;
  const sequencer = new Sequencer(notes, voices, { position, time: 10, speed, loop });
  return { sequencer, voices };
}

describe('Sequencer', () => {
  it('schedules only notes before the horizon, each once', () => {
    const { sequencer, voices } = start(scale);
    sequencer.advance(9.9, 10.2);
    expect(voices.take()).toEqual(['+60@10']);
    sequencer.advance(10, 10.9);
    expect(voices.take()).toEqual([]);
    sequencer.advance(10.8, 11.1);
    expect(voices.take()).toEqual(['-60@11', '+62@11']);
  });

  it('begins at the note that lies at the position', () => {
    const { sequencer, voices } = start(scale, { position: 1 });
    sequencer.advance(10, 10.5);
    expect(voices.take()).toEqual(['+62@10']);
    expect(sequencer.positionAt(10.25)).toBeCloseTo(1.25, 9);
  });

  it('waits at its position until its time has come', () => {
    const { sequencer, voices } = start(scale, { position: 1 });
    sequencer.advance(9, 9.5);
    expect(voices.take()).toEqual([]);
    expect(sequencer.positionAt(9.5)).toBe(1);
  });

  it('ends with the last note, and schedules nothing after it', () => {
    const { sequencer, voices } = start(scale);
    sequencer.advance(10, 13.5);
    expect(voices.take().at(-1)).toBe('-64@13');
    expect(sequencer.endedAt(12.99)).toBe(false);
    expect(sequencer.endedAt(13)).toBe(true);
    expect(sequencer.positionAt(20)).toBe(3);
    sequencer.advance(14, 15);
    expect(voices.take()).toEqual([]);
  });

  it('turns at the end of the piece when it loops', () => {
    const notes = timed([note(0, 50, 60), note(50, 50, 62)], 200);
    const { sequencer, voices } = start(notes, { loop: true });
    sequencer.advance(10, 12.6);
    expect(voices.take()).toEqual([
      '+60@10',
      '-60@10.5',
      '+62@10.5',
      '-62@11',
      '+60@12',
      '-60@12.5',
      '+62@12.5',
    ]);
    expect(sequencer.positionAt(11.9)).toBeCloseTo(1.9, 9);
    expect(sequencer.positionAt(12.1)).toBeCloseTo(0.1, 9);
    expect(sequencer.endedAt(100)).toBe(false);
  });

  it('turns back to where the music begins, also from the silence before it', () => {
    const late = { notes: [note(60_050, 50, 60)], startTick: 60_000 };
    const tempos = [{ tick: 0, microsecondsPerQuarter: 500_000 }];
    const notes = timeNotes({ ...late, ppq: 50, tempos });
    const { sequencer, voices } = start(notes, { position: 599.5, loop: true });
    sequencer.advance(10, 13.3);
    expect(voices.take()).toEqual(['+60@11', '-60@11.5', '+60@12', '-60@12.5', '+60@13']);
    expect(sequencer.positionAt(11.6)).toBeCloseTo(600.1, 9);
  });

  it('turns several times within one step where the piece is short', () => {
    const { sequencer, voices } = start(timed([note(0, 10, 60)]), { loop: true });
    sequencer.advance(10, 10.35);
    expect(voices.take()).toEqual([
      '+60@10',
      '-60@10.1',
      '+60@10.1',
      '-60@10.2',
      '+60@10.2',
      '-60@10.3',
      '+60@10.3',
    ]);
  });

  it('ends at once without notes, looping or not', () => {
    const { sequencer, voices } = start(timed([]), { loop: true });
    sequencer.advance(10, 10.2);
    expect(voices.take()).toEqual([]);
    expect(sequencer.endedAt(10.2)).toBe(true);
  });

  it('changes speed from the horizon on, without releasing sounding notes', () => {
    const { sequencer, voices } = start(scale);
    sequencer.advance(10, 10.5);
    sequencer.setSpeed(2);
    expect(voices.take()).toEqual(['+60@10']);
    sequencer.advance(10.4, 11);
    expect(voices.take()).toEqual(['-60@10.75', '+62@10.75']);
    expect(sequencer.positionAt(10.25)).toBeCloseTo(0.25, 9);
    expect(sequencer.positionAt(11)).toBeCloseTo(1.5, 9);
  });

  it('plays at half the tempo', () => {
    const { sequencer, voices } = start(scale, { speed: 0.5 });
    sequencer.advance(10, 12.5);
    expect(voices.take()).toEqual(['+60@10', '-60@12', '+62@12']);
  });

  it('continues from its position after a stall of the page', () => {
    const { sequencer, voices } = start(scale);
    sequencer.advance(10, 10.5);
    voices.take();
    // Nothing sounds beyond what was scheduled: the position waits, and never goes back.
    expect(sequencer.positionAt(11.9)).toBeCloseTo(0.5, 9);
    sequencer.advance(12, 12.2);
    expect(voices.take()).toEqual([]);
    expect(sequencer.positionAt(11.9)).toBeCloseTo(0.5, 9);
    expect(sequencer.positionAt(12.02)).toBeCloseTo(0.5, 9);
    sequencer.advance(12.2, 12.7);
    expect(voices.take()).toEqual(['-60@12.52', '+62@12.52']);
  });

  it('continues without a gap when the score has grown', () => {
    const { sequencer, voices } = start(timed([note(0, 100, 60)]));
    sequencer.advance(10, 10.5);
    sequencer.extend(timed([note(0, 100, 60), note(100, 100, 62)]));
    sequencer.advance(10.4, 11.2);
    expect(voices.take()).toEqual(['+60@10', '-60@11', '+62@11']);
  });

  it('continues when the score grows just before its end', () => {
    const { sequencer, voices } = start(timed([note(0, 100, 60)]));
    sequencer.advance(10, 11.1);
    voices.take();
    sequencer.extend(timed([note(0, 100, 60), note(100, 100, 62)]));
    expect(sequencer.endedAt(11.05)).toBe(false);
    sequencer.advance(10.95, 11.15);
    expect(voices.take()).toEqual(['+62@11']);
    expect(sequencer.positionAt(11.1)).toBeCloseTo(1.1, 9);
  });

  it('strikes a key again that is down, and holds it for the longer note', () => {
    const { sequencer, voices } = start(timed([note(0, 300, 60), note(100, 50, 60)]));
    sequencer.advance(10, 14);
    expect(voices.take()).toEqual(['+60@10', '-60@11', '+60@11', '-60@13']);
  });

  it('strikes a key once when two parts strike it together', () => {
    const { sequencer, voices } = start(timed([note(0, 100, 60), note(0, 200, 60)]));
    sequencer.advance(10, 14);
    expect(voices.take()).toEqual(['+60@10', '-60@12']);
  });

  it('releases every key it struck', () => {
    const notes = Array.from({ length: 500 }, (_, i) =>
      note((i * 7) % 400, 5 + ((i * 31) % 90), 40 + ((i * 13) % 40)),
    );
    const { sequencer, voices } = start(timed(notes));
    for (let now = 10; now < 16; now += 0.05) sequencer.advance(now, now + 0.2);
    const down = new Set<string>();
    for (const line of voices.take()) {
      const pitch = line.slice(1).split('@')[0];
      if (line.startsWith('+')) {
        expect(down.has(pitch)).toBe(false);
        down.add(pitch);
      } else {
        expect(down.delete(pitch)).toBe(true);
      }
    }
    expect(down.size).toBe(0);
  });
});
