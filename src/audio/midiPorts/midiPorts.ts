/** The MIDI devices of this computer: what is played on them, and which are there. */
import { errorMessage } from '../../lib/errorMessage';
import type { PlayedEvent } from '../../music/performance/playedEvent';
import { t } from '../../texts/t';
import { readMessage } from './midiMessage';

export interface MidiDevice {
  /** The browser's, the same as long as the device is known to it. */
  id: string;
  name: string;
}

export interface MidiListener {
  /** A key or pedal was moved. @param device the device's name */
  onEvent(event: PlayedEvent, device: string): void;
  /** A device came or went. */
  onDevices(): void;
}

/** What the browser's interface is asked with; absent where it has none (Safari). */
export type RequestMidi = () => Promise<MIDIAccess>;

/** The browser's request; undefined where it has none. */
export function midiRequest(): RequestMidi | undefined {
  if (!('requestMIDIAccess' in navigator)) return undefined;
  return () => navigator.requestMIDIAccess();
}

/**
 * Asks for the devices. Call it from a press: the browser asks the person.
 * @throws Error with a plain sentence where they are refused or cannot be reached
 */
export async function openMidi(request: RequestMidi, listener: MidiListener): Promise<MidiPorts> {
  try {
    return new MidiPorts(await request(), listener);
  } catch (error) {
    const name = error instanceof DOMException ? error.name : '';
    if (name === 'NotAllowedError' || name === 'SecurityError') {
      throw new Error(t('live.refused'));
    }
    throw new Error(t('live.unreachable', { reason: errorMessage(error) }));
  }
}

export class MidiPorts {
  readonly #access: MIDIAccess;
  readonly #listener: MidiListener;
  /** Keys that are down, by the id of their device. */
  readonly #held = new Map<string, Set<number>>();

  constructor(access: MIDIAccess, listener: MidiListener) {
    this.#access = access;
    this.#listener = listener;
    access.onstatechange = () => this.#follow();
    this.#listen();
  }

  get inputs(): MidiDevice[] {
    return connected(this.#access.inputs.values());
  }

  get outputs(): MidiDevice[] {
    return connected(this.#access.outputs.values());
  }

  /** Undefined where no such device is connected. */
  output(id: string): MIDIOutput | undefined {
    const port = this.#access.outputs.get(id);
    return port?.state === 'connected' ? port : undefined;
  }

  #listen(): void {
    for (const input of this.#access.inputs.values()) {
      // This also opens the port.
      input.onmidimessage ??= (message) => this.#read(input, message);
    }
  }

  #read(input: MIDIInput, { data, timeStamp }: MIDIMessageEvent): void {
    const event = data && readMessage(data, timeStamp);
    if (!event) return;
    const held = this.#held.get(input.id) ?? new Set();
    this.#held.set(input.id, held);
    if (event.kind === 'down') held.add(event.pitch);
    if (event.kind === 'up') held.delete(event.pitch);
    this.#listener.onEvent(event, nameOf(input));
  }

  /** Nobody lets go of the keys of a device that was unplugged. */
  #follow(): void {
    this.#listen();
    for (const [id, held] of this.#held) {
      const input = this.#access.inputs.get(id);
      if (input?.state === 'connected') continue;
      this.#held.delete(id);
      const time = performance.now();
      const device = input ? nameOf(input) : '';
      for (const pitch of held) this.#listener.onEvent({ kind: 'up', time, pitch }, device);
      this.#listener.onEvent({ kind: 'pedal', time, down: false }, device);
    }
    this.#listener.onDevices();
  }
}

function connected(ports: Iterable<MIDIPort>): MidiDevice[] {
  return [...ports]
    .filter(({ state }) => state === 'connected')
    .map((port) => ({ id: port.id, name: nameOf(port) }));
}

function nameOf({ name, manufacturer }: MIDIPort): string {
  return name || manufacturer || 'MIDI';
}
