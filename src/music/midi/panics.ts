/**
 * Note-offs for all keys at once, by which some programs silence a channel ("panic"). They end
 * whatever a lost note-off left sounding, so that one of them must not pass for the lost one.
 */
import { partitionPoint } from '../../lib/binarySearch';

const PITCHES = 128;
/** Of more keys than this no chord is let go. */
const FINGERS = 10;

interface Panic {
  /** Ticks of its first and last note-off. */
  from: number;
  to: number;
  /** Note-offs of each key that ended nothing. */
  idle: Uint32Array;
  /** How often each key is let go. */
  rounds: number;
}

/** Ticks must not decrease from call to call. */
export class Panics {
  private readonly found: Panic[] = [];
  /** Note-offs without a note since the last note-on, by key. */
  private idle: Uint32Array | undefined;
  private keys = 0;
  private from = 0;
  private to = 0;

  get areNone(): boolean {
    return this.found.length === 0;
  }

  /** A note-off that ends nothing. */
  idleNoteOff(tick: number, pitch: number): void {
    if (this.keys === 0) this.from = tick;
    this.to = tick;
    this.idle ??= new Uint32Array(PITCHES);
    if (this.idle[pitch]++ === 0) this.keys++;
  }

  /** Before a note-on behind such note-offs, and at the end. */
  flush(): void {
    const { idle, keys, from, to } = this;
    if (keys > FINGERS && idle !== undefined) {
      const counts = idle.filter((count) => count > 0).sort();
      this.found.push({ from, to, idle, rounds: counts[counts.length >> 1] });
      this.idle = undefined;
    } else {
      idle?.fill(0);
    }
    this.keys = 0;
  }

  /** Whether a note that ends at this tick has no note-off but that of a panic. */
  isEnd(pitch: number, tick: number): boolean {
    const { found } = this;
    const panic = found[partitionPoint(found.length, (i) => found[i].to < tick)];
    return panic !== undefined && panic.from <= tick && panic.idle[pitch] < panic.rounds;
  }
}
