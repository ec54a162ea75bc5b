/**
 * What is played live: keys from every source are heard, shown, and while the recorder runs
 * recorded. Loaded at the first press of what needs it.
 */
import type { StoreApi } from 'zustand/vanilla';
import { LiveSound } from '../../audio/liveSound';
import type { Player } from '../../audio/player';
import { clamp } from '../../lib/clamp';
import type { PlayedEvent } from '../../music/performance/playedEvent';
import type { AppState } from '../state';
import { attachComputerKeyboard } from './computerKeyboard';
import { type KeysState, keysAreOpen } from './liveState';
import { MidiConnection } from './midiConnection';
import { Recorder } from './recorder';
import type { LiveServices } from './services';

/** Velocity of keys that feel none. */
const EVEN_VELOCITY = 88;
/** Octaves by which the computer's keyboard may be shifted. */
const MOST_OCTAVES = 3;

export class LiveSession {
  readonly recorder: Recorder;
  readonly midi: MidiConnection;
  readonly #store: StoreApi<AppState>;
  readonly #player: Player;
  readonly #live: LiveSound;
  #detach: (() => void) | undefined;

  constructor(services: LiveServices) {
    const { store, sound, player } = services;
    this.#store = store;
    this.#player = player;
    this.#live = new LiveSound(sound);
    this.recorder = new Recorder(services, this.#live);
    this.midi = new MidiConnection(store, sound, (event, device) => {
      if (keysAreOpen(store.getState().keys)) this.play(event, this.midi.soundsOn(device));
    });
    store.subscribe((state, before) => {
      const begins = state.transport.playing && !before.transport.playing;
      if (begins || state.shown !== before.shown) this.#patch({ along: [] });
    });
    window.addEventListener('pagehide', () => this.#leave());
  }

  /** Attaches the computer's keyboard while keys are played, or lets go of it. */
  follow(): void {
    const isOpen = keysAreOpen(this.#store.getState().keys);
    if (isOpen && !this.#detach) {
      this.#detach = attachComputerKeyboard(window, () => this.#store.getState().keys.octave, {
        down: (pitch, time) => this.play({ kind: 'down', time, pitch, velocity: EVEN_VELOCITY }),
        up: (pitch, time) => this.play({ kind: 'up', time, pitch }),
        shift: (octaves) => this.#shift(octaves),
      });
    } else if (!isOpen && this.#detach) {
      this.#detach();
      this.#detach = undefined;
      this.#live.silence();
      this.#patch({ held: [], along: [] });
    }
  }

  /** @param silent whether the event is heard already: the device that it comes from sounds */
  play(event: PlayedEvent, silent = false): void {
    if (!silent) this.#sound(event);
    this.#show(event);
    this.recorder.add(event);
  }

  /** A key of the roll. */
  press(pitch: number, time: number): void {
    this.play({ kind: 'down', time, pitch, velocity: EVEN_VELOCITY });
  }

  release(pitch: number, time: number): void {
    this.play({ kind: 'up', time, pitch });
  }

  #shift(octaves: number): void {
    const { octave } = this.#store.getState().keys;
    this.#patch({ octave: clamp(octave + octaves, -MOST_OCTAVES, MOST_OCTAVES) });
  }

  #sound(event: PlayedEvent): void {
    switch (event.kind) {
      case 'down':
        this.#live.down(event.pitch, event.velocity);
        break;
      case 'up':
        this.#live.up(event.pitch);
        break;
      case 'pedal':
        this.#live.pedal(event.down);
        break;
      default:
        event satisfies never;
    }
  }

  /** Held keys, and the notes that are played along with the shown score. */
  #show(event: PlayedEvent): void {
    if (event.kind === 'pedal') return;
    const { keys, transport } = this.#store.getState();
    const { pitch } = event;
    const held = keys.held.filter((other) => other !== pitch);
    const endTick = this.#player.positionTick();
    const ended = keys.along.map((note) =>
      note.pitch === pitch && note.endTick === undefined ? { ...note, endTick } : note,
    );
    if (event.kind === 'up') {
      this.#patch({ held, along: ended });
      return;
    }
    const along = transport.playing ? [...ended, { tick: endTick, pitch }] : ended;
    this.#patch({ held: [...held, pitch], along });
  }

  #leave(): void {
    this.#player.pause();
    this.#live.silence();
  }

  #patch(change: Partial<KeysState>): void {
    this.#store.setState(({ keys }) => ({ keys: { ...keys, ...change } }));
  }
}
