/**
 * A stand-in for the browser's MIDI interface, typed as the browser's own: there are no devices
 * where the tests run. It keeps what is sent, and plays what a test plays.
 */

interface Sent {
  data: number[];
  /** Milliseconds, as `performance.now()`; absent for at once. */
  at: number | undefined;
}

class StandInPort extends EventTarget {
  readonly id: string;
  readonly name: string;
  readonly manufacturer = 'Etude';
  readonly version = '1';
  readonly connection = 'open';
  state: MIDIPortDeviceState = 'connected';
  onstatechange: MIDIPort['onstatechange'] = null;

  constructor(id: string, name: string) {
    super();
    this.id = id;
    this.name = name;
  }

  async open(): Promise<MIDIPort> {
    throw new Error('Ports are opened by listening and sending.');
  }

  async close(): Promise<MIDIPort> {
    throw new Error('Nobody closes a port.');
  }
}

export class StandInInput extends StandInPort implements MIDIInput {
  readonly type = 'input';
  onmidimessage: MIDIInput['onmidimessage'] = null;

  /** @param timeStamp milliseconds. Default: now */
  play(data: number[], timeStamp?: number): void {
    const message = new MessageAt(Uint8Array.from(data), timeStamp);
    this.onmidimessage?.call(this, message);
  }
}

export class StandInOutput extends StandInPort implements MIDIOutput {
  readonly type = 'output';
  readonly sent: Sent[] = [];

  send(data: Iterable<number>, at?: number): void {
    if (this.state === 'disconnected') throw new DOMException('gone', 'InvalidStateError');
    this.sent.push({ data: [...data], at });
  }

  clear(): void {
    throw new Error('No browser has it.');
  }
}

/** Node has no such event; its time is read-only. */
class MessageAt extends Event implements MIDIMessageEvent {
  readonly data: Uint8Array<ArrayBuffer>;
  readonly #time: number | undefined;

  constructor(data: Uint8Array<ArrayBuffer>, time?: number) {
    super('midimessage');
    this.data = data;
    this.#time = time;
  }

  override get timeStamp(): number {
    return this.#time ?? super.timeStamp;
  }
}

/** Node has no such event. */
class ChangeOf extends Event implements MIDIConnectionEvent {
  readonly port: MIDIPort;

  constructor(port: MIDIPort) {
    super('statechange');
    this.port = port;
  }
}

export class StandInAccess extends EventTarget implements MIDIAccess {
  readonly inputs = new Map<string, StandInInput>();
  readonly outputs = new Map<string, StandInOutput>();
  readonly sysexEnabled = false;
  onstatechange: MIDIAccess['onstatechange'] = null;

  constructor(...ports: (StandInInput | StandInOutput)[]) {
    super();
    for (const port of ports) this.#add(port);
  }

  plugIn(port: StandInInput | StandInOutput): void {
    port.state = 'connected';
    this.#add(port);
    this.#tell(port);
  }

  /** As browsers do, the port stays in the list. */
  unplug(port: StandInInput | StandInOutput): void {
    port.state = 'disconnected';
    this.#tell(port);
  }

  #add(port: StandInInput | StandInOutput): void {
    if (port.type === 'input') this.inputs.set(port.id, port);
    else this.outputs.set(port.id, port);
  }

  #tell(port: MIDIPort): void {
    this.onstatechange?.call(this, new ChangeOf(port));
  }
}
