/**
 * Hands notes to the voices shortly before they sound. It knows nothing of Web Audio: times are
 * seconds on the audio clock, which whoever calls `advance` reads.
 */
import { PlaybackClock } from './playbackClock';
import { firstNoteFrom, type TimedNotes } from './timedNotes';

/** The voices that sound the notes. Times are seconds on the audio clock. */
export interface Voices {
  /** @param velocity MIDI velocity, 1..127 */
  attack(pitch: number, velocity: number, time: number): void;
  /** Releases a key that is down. */
  release(pitch: number, time: number): void;
}

/** The voices of one stretch of playing, which may be broken off. */
export interface EndingVoices extends Voices {
  /** Silences all notes, scheduled ones included. */
  cut(): void;
  /** Frees what they hold, once their last notes have died away. */
  dispose(): void;
}

interface HeldKey {
  pitch: number;
  /** Score second at which it was struck. */
  start: number;
  /** Score second at which the key is released. */
  end: number;
}

/** Delay after a stall of the page: time for the notes to reach the audio engine. */
const RESTART_DELAY = 0.02;

export class Sequencer {
  #notes: TimedNotes;
  readonly #voices: Voices;
  readonly #clock: PlaybackClock;
  readonly #held: HeldKey[] = [];
  #next: number;
  /** Second of the audio clock up to which the notes have been scheduled. */
  #handedOver: number;
  #endTime = Number.POSITIVE_INFINITY;
  loop: boolean;

  /**
   * @param position score second to begin at; a note that began earlier is not taken up
   * @param time second of the audio clock at which it sounds
   * @param speed share of the written tempo
   */
  constructor(
    notes: TimedNotes,
    voices: Voices,
    {
      position,
      time,
      speed,
      loop,
    }: { position: number; time: number; speed: number; loop: boolean },
  ) {
    this.#notes = notes;
    this.#voices = voices;
    this.#clock = new PlaybackClock(time, position, speed);
    this.#next = firstNoteFrom(notes, position);
    this.#handedOver = time;
    this.loop = loop;
  }

  /** The score second that sounds at `time`. It stands where nothing is scheduled any more. */
  positionAt(time: number): number {
    const position = this.#clock.positionAt(Math.min(time, this.#handedOver));
    return Math.min(position, this.#notes.duration);
  }

  /** Whether the piece is over at `time`. */
  endedAt(time: number): boolean {
    return time >= this.#endTime;
  }

  /** Replaces the score by one with more notes at its end; the earlier ones are unchanged. */
  extend(notes: TimedNotes): void {
    if (notes.duration > this.#notes.duration) this.#endTime = Number.POSITIVE_INFINITY;
    this.#notes = notes;
  }

  /** Changes the speed of all notes not scheduled yet; sounding ones continue. */
  setSpeed(speed: number): void {
    const position = this.#clock.newestPositionAt(this.#handedOver);
    this.#clock.turn(this.#handedOver, position, speed);
  }

  /**
   * Schedules every attack and release before `horizon`.
   *
   * After a stall of the page longer than what was scheduled, playback continues from the last
   * scheduled position: late notes would all sound at once.
   */
  advance(now: number, horizon: number): void {
    if (this.#endTime !== Number.POSITIVE_INFINITY) return;
    if (this.#handedOver < now) {
      this.#clock.rest(this.#handedOver, now + RESTART_DELAY);
      this.#handedOver = now + RESTART_DELAY;
    }
    if (horizon <= this.#handedOver) return;
    this.#clock.forgetBefore(now - 1);
    while (this.#clock.newestPositionAt(horizon) >= this.#notes.duration) {
      const end = this.#clock.timeOf(this.#notes.duration);
      this.#handOverUntil(this.#notes.duration);
      this.#releaseUntil(Number.POSITIVE_INFINITY, this.#notes.duration);
      const { start, duration } = this.#notes;
      if (!this.loop || duration <= start) {
        this.#endTime = end;
        this.#handedOver = end;
        return;
      }
      this.#clock.turn(end, start);
      this.#next = firstNoteFrom(this.#notes, start);
    }
    this.#handOverUntil(this.#clock.newestPositionAt(horizon));
    this.#handedOver = horizon;
  }

  /** Everything before the score second `limit`, in order; a release before an attack with it. */
  #handOverUntil(limit: number): void {
    const { starts, ends, pitches, velocities, count } = this.#notes;
    while (this.#next < count && starts[this.#next] < limit) {
      const i = this.#next++;
      this.#releaseUntil(starts[i]);
      this.#strike(pitches[i], velocities[i], starts[i], ends[i]);
    }
    this.#releaseUntil(limit);
  }

  /**
   * A key that is struck while it is down is released first, and held for the longer of the two;
   * two parts that strike it at once strike it once.
   */
  #strike(pitch: number, velocity: number, start: number, end: number): void {
    const time = this.#clock.timeOf(start);
    const at = this.#held.findIndex((key) => key.pitch === pitch);
    const before = at < 0 ? undefined : this.#held.splice(at, 1)[0];
    if (before && before.start < start) this.#voices.release(pitch, time);
    if (before?.start !== start) this.#voices.attack(pitch, velocity, time);
    const until = Math.max(end, before?.end ?? end);
    const after = this.#held.findIndex((key) => key.end > until);
    this.#held.splice(after < 0 ? this.#held.length : after, 0, { pitch, start, end: until });
  }

  /** Releases the keys due at `limit`, none later than at `latest`. */
  #releaseUntil(limit: number, latest = limit): void {
    while (this.#held.length > 0 && this.#held[0].end <= limit) {
      const { pitch, end } = this.#held.shift()!;
      this.#voices.release(pitch, this.#clock.timeOf(Math.min(end, latest)));
    }
  }
}
