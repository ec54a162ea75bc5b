/** What somebody plays now, heard at once, and the metronome that they play to. */
import type { Click } from './click';
import { LiveKeys } from './liveKeys';
import { LOOK_AHEAD } from './lookAhead';
import type { Metronome } from './metronome';
import type { EndingVoices } from './sequencer';
import type { OpenSound, Sound } from './sound';

/** Seconds between the press and the first beat. */
const START_DELAY = 0.15;

export interface CountIn {
  /** Seconds. */
  perBeat: number;
  beatsPerBar: number;
  /** Beats before the first bar. */
  beats: number;
  /** Whether the beats after the count-in are heard. */
  click: boolean;
}

export class LiveSound {
  readonly #sound: Sound;
  #keys: { keys: LiveKeys; voices: EndingVoices } | undefined;
  #beat: { metronome: Metronome; click: Click } | undefined;

  constructor(sound: Sound) {
    this.#sound = sound;
    sound.use({
      onTick: () => this.#advance(),
      onDevice: () => this.silence(),
      // Their nodes belong to a context that is given up.
      onSuspended: () => {
        this.silence();
        this.stopCounting();
      },
    });
  }

  /**
   * Opens the sound. Call it inside a press.
   * @throws Error where the browser gives no audio
   */
  async open(): Promise<void> {
    await this.#sound.open();
  }

  /** Sounds a key from now on, once the sound is open. @param velocity 1..127 */
  down(pitch: number, velocity: number): void {
    const { opened } = this.#sound;
    if (!opened) return;
    this.#keys ??= this.#openKeys(opened);
    this.#keys.keys.down(pitch, velocity);
  }

  up(pitch: number): void {
    this.#keys?.keys.up(pitch);
  }

  pedal(down: boolean): void {
    const { opened } = this.#sound;
    if (opened) this.#keys ??= this.#openKeys(opened);
    this.#keys?.keys.pedal(down);
  }

  /**
   * Starts to count.
   * @returns when the first bar is heard, as `performance.now()`
   * @throws Error where the browser gives no audio
   */
  async count({ perBeat, beatsPerBar, beats, click }: CountIn): Promise<number> {
    const open = await this.#sound.open();
    this.stopCounting();
    const { context, parts, tone, output } = open;
    const start = context.currentTime + START_DELAY + beats * perBeat;
    const sound = new parts.Click(tone, output.input);
    const metronome = new parts.Metronome(
      { start, perBeat, beatsPerBar, countIn: beats },
      click,
      (time, accent) => sound.strike(time, accent),
    );
    this.#beat = { metronome, click: sound };
    this.#advance();
    return this.#sound.pageTimeOf(start);
  }

  /** @param click whether the beats after the count-in are heard */
  setClick(click: boolean): void {
    if (this.#beat) this.#beat.metronome.audible = click;
  }

  stopCounting(): void {
    this.#beat?.click.dispose();
    this.#beat = undefined;
  }

  /** Ends every key that sounds. */
  silence(): void {
    this.#keys?.voices.cut();
    this.#keys = undefined;
  }

  #openKeys(open: OpenSound): { keys: LiveKeys; voices: EndingVoices } {
    const voices = this.#sound.newVoices(open);
    return { voices, keys: new LiveKeys(voices, () => open.context.currentTime) };
  }

  #advance(): void {
    const { opened } = this.#sound;
    if (!opened) return;
    const { currentTime } = opened.context;
    this.#beat?.metronome.advance(currentTime, currentTime + LOOK_AHEAD);
  }
}
