/** The MIDI devices in the state, and the one that sounds. */
import type { StoreApi } from 'zustand/vanilla';
import { type MidiPorts, midiRequest, openMidi } from '../../audio/midiPorts/midiPorts';
import type { Sound } from '../../audio/sound';
import { errorMessage } from '../../lib/errorMessage';
import type { PlayedEvent } from '../../music/performance/playedEvent';
import { t } from '../../texts/t';
import { notify } from '../shared/notices';
import type { AppState } from '../state';
import type { MidiState } from './liveState';

export class MidiConnection {
  readonly #store: StoreApi<AppState>;
  readonly #sound: Sound;
  readonly #onEvent: (event: PlayedEvent, device: string) => void;
  #ports: MidiPorts | undefined;

  constructor(
    store: StoreApi<AppState>,
    sound: Sound,
    onEvent: (event: PlayedEvent, device: string) => void,
  ) {
    this.#store = store;
    this.#sound = sound;
    this.#onEvent = onEvent;
  }

  /** Asks the person for the devices, once. Call it from a press. */
  async ask(): Promise<void> {
    const request = midiRequest();
    if (!request || this.#ports || this.#store.getState().midi.access === 'asking') return;
    this.#patch({ access: 'asking', fault: undefined });
    try {
      this.#ports = await openMidi(request, {
        onEvent: this.#onEvent,
        onDevices: () => this.#follow(),
      });
      this.#patch({ access: 'open' });
      this.#follow();
    } catch (error) {
      this.#patch({ access: 'refused', fault: errorMessage(error) });
    }
  }

  /** @param id Default: this page sounds */
  choose(id: string | undefined): void {
    const device = id === undefined ? undefined : this.#ports?.output(id);
    this.#sound.setDevice(device);
    this.#patch({ output: device?.id });
  }

  /** Whether the device of this name sounds by itself: it is played on and chosen as the sound. */
  soundsOn(name: string): boolean {
    const { output, outputs } = this.#store.getState().midi;
    return outputs.some((device) => device.id === output && device.name === name);
  }

  #follow(): void {
    if (!this.#ports) return;
    const { output, outputs } = this.#store.getState().midi;
    const chosen = outputs.find(({ id }) => id === output);
    this.#patch({ inputs: this.#ports.inputs, outputs: this.#ports.outputs });
    if (!chosen || this.#ports.output(chosen.id)) return;
    this.choose(undefined);
    notify(this.#store, t('live.deviceGone', { device: chosen.name }));
  }

  #patch(change: Partial<MidiState>): void {
    this.#store.setState(({ midi }) => ({ midi: { ...midi, ...change } }));
  }
}
