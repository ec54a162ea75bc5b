/** Count-in, recording, and call and response. */
import type { LiveSound } from '../../audio/liveSound';
import type { Sound } from '../../audio/sound';
import { errorMessage } from '../../lib/errorMessage';
import type { PlayedEvent } from '../../music/performance/playedEvent';
import { t } from '../../texts/t';
import type { Piece } from '../library/libraryState';
import { notify } from '../shared/notices';
import { answerStart } from './answers';
import { keepPlayed } from './keepPlayed';
import { initialRecorder, type RecorderSettings, type RecorderState } from './liveState';
import { Recording } from './recording';
import type { LiveServices } from './services';

/** Milliseconds between two looks at the clock. */
const LOOK = 50;
/** Milliseconds by which an answer is handed to the player before its bar line. */
const AHEAD = 150;

type Live = Pick<LiveSound, 'count' | 'setClick' | 'stopCounting'>;
type RecorderServices = Omit<LiveServices, 'sound'> & { sound: Pick<Sound, 'use'> };

export class Recorder {
  readonly #services: RecorderServices;
  readonly #live: Live;
  /** Absent before the first bar is known, and while nothing is recorded. */
  #recording: Recording | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;
  /** Whether notes must be shown again. */
  #stale = false;
  /** Counts beginnings and ends: what was awaited meanwhile is out of date. */
  #turn = 0;

  constructor(services: RecorderServices, live: Live) {
    this.#services = services;
    this.#live = live;
    services.sound.use({ onSuspended: () => this.#interrupt() });
    services.player.onChange(() => {
      if (this.#state?.phase === 'listening' && !services.player.playing) {
        this.#patch({ phase: 'your turn' });
      }
    });
  }

  /** Playhead of what is recorded, in ticks of `RECORDER_PPQ`; undefined while a score is shown. */
  tick(): number | undefined {
    const phase = this.#state?.phase;
    if (phase !== 'counting in' && phase !== 'recording') return undefined;
    return Math.max(0, this.#recording?.tickAt(performance.now()) ?? 0);
  }

  open(): void {
    if (this.#state) return;
    this.#services.store.setState(({ keys }) => ({ keys: { ...keys, recorder: initialRecorder } }));
  }

  /** Keeps what is being recorded, and closes. */
  close(): void {
    this.stop();
    this.#services.store.setState(({ keys: { recorder, ...keys } }) => ({ keys }));
  }

  change(change: Partial<RecorderSettings>): void {
    const state = this.#state;
    if (!state) return;
    this.#patch({ settings: { ...state.settings, ...change } });
    if (change.click !== undefined) this.#live.setClick(change.click);
  }

  /** Counts a bar in and records. Call it inside a press. */
  async record(): Promise<void> {
    const { store, player } = this.#services;
    if (this.#state?.phase !== 'ready') return;
    const turn = ++this.#turn;
    player.pause();
    const { settings } = this.#state;
    this.#patch({ phase: 'counting in', beat: 0, notes: [] });
    const { meter, tempo, click } = settings;
    const perBeat = (60 / tempo) * (4 / meter.denominator);
    try {
      const beats = meter.numerator;
      const start = await this.#live.count({ perBeat, beatsPerBar: beats, beats, click });
      if (turn !== this.#turn) return this.#live.stopCounting();
      this.#recording = new Recording(settings, start);
      this.#timer = setInterval(() => this.#look(), LOOK);
    } catch (error) {
      if (turn !== this.#turn) return;
      this.#patch({ phase: 'ready' });
      notify(store, errorMessage(error));
    }
  }

  /** Ends the recording, and keeps what was played as a piece. */
  stop(): void {
    const phase = this.#state?.phase;
    if (!phase || phase === 'ready') return;
    const recording = this.#recording;
    this.#end();
    if (phase === 'answering') this.#services.cancelAnswer();
    if (phase === 'listening') this.#services.player.pause();
    this.#patch({ phase: 'ready', beat: 0, notes: [] });
    if (phase !== 'recording' && phase !== 'counting in') return;
    if (recording && this.#keep(recording)) return;
    notify(this.#services.store, t('live.nothingPlayed'));
  }

  add(event: PlayedEvent): void {
    const state = this.#state;
    if (!state || !this.#recording) return;
    if (state.phase === 'your turn' && event.kind === 'down') {
      const start = this.#recording.barLineAround(event.time);
      this.#recording = new Recording(state.settings, start);
      this.#patch({ phase: 'recording', notes: [] });
    }
    const { phase } = this.#state ?? state;
    if (phase !== 'counting in' && phase !== 'recording') return;
    this.#recording.add(event);
    this.#stale = true;
    this.#look();
  }

  get #state(): RecorderState | undefined {
    return this.#services.store.getState().keys.recorder;
  }

  /** Without its click nobody keeps the beat: ends as `stop` does, and says why. */
  #interrupt(): void {
    const phase = this.#state?.phase;
    if (!phase || phase === 'ready') return;
    notify(this.#services.store, t('live.interrupted'));
    this.stop();
  }

  #end(): void {
    this.#turn++;
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#recording = undefined;
    this.#live.stopCounting();
  }

  /** Follows the clock: beat, phase, notes, and the end of a call. */
  #look(): void {
    const state = this.#state;
    const recording = this.#recording;
    if (!state || !recording) return;
    const now = performance.now();
    const beat = recording.beatAt(now);
    const begins = state.phase === 'counting in' && recording.tickAt(now) >= 0;
    const { held } = this.#services.store.getState().keys;
    const grows = this.#stale || (held.length > 0 && state.notes.length > 0);
    this.#stale = false;
    const shows = state.phase === 'recording' || state.phase === 'counting in';
    if (beat !== state.beat || begins || (shows && grows)) {
      this.#patch({
        beat,
        phase: begins ? 'recording' : state.phase,
        notes: shows && grows ? recording.notes(now) : state.notes,
      });
    }
    if (state.phase === 'recording' && state.settings.answers && recording.isOver(now)) {
      void this.#answer(recording, now);
    }
  }

  #keep(recording: Recording): Piece | undefined {
    const { store } = this.#services;
    return keepPlayed(store, recording.music(performance.now()), new Date());
  }

  /** Composes an answer to the call, and plays it from the next bar line on. */
  async #answer(recording: Recording, now: number): Promise<void> {
    const { store, answer } = this.#services;
    const turn = ++this.#turn;
    this.#patch({ phase: 'answering' });
    const call = keepPlayed(store, recording.music(now), new Date());
    const id = call && (await answer(call.id));
    if (turn !== this.#turn) return;
    const take = store.getState().takes.find((candidate) => candidate.id === id);
    const start = take && answerStart(take);
    if (!take || start === undefined) {
      this.#patch({ phase: 'your turn' });
      return;
    }
    store.setState({ shown: { kind: 'take', id: take.id } });
    await this.#playFrom(start, recording);
  }

  /** In the tempo that was counted, and once. */
  async #playFrom(tick: number, recording: Recording): Promise<void> {
    const { store, player } = this.#services;
    player.setSpeed(1);
    player.setLoop(false);
    store.setState(({ transport }) => ({ transport: { ...transport, speed: 1, loop: false } }));
    player.seek(tick);
    this.#patch({ phase: 'listening' });
    try {
      await player.play(recording.barLineFrom(performance.now() + AHEAD));
    } catch (error) {
      this.#patch({ phase: 'your turn' });
      notify(store, errorMessage(error));
    }
  }

  #patch(change: Partial<RecorderState>): void {
    this.#services.store.setState(({ keys }) =>
      keys.recorder ? { keys: { ...keys, recorder: { ...keys.recorder, ...change } } } : {},
    );
  }
}
