/**
 * A stand-in for the browser's MIDI interface, typed as the browser's own, put in before the page
 * loads: no MIDI device is connected where the tests run. One keyboard, one sound module.
 */
import type { Page } from 'playwright/test';

export interface SentMessage {
  data: number[];
  /** When it is to sound, and when it was sent, in milliseconds of the page. */
  at: number;
  sent: number;
}

declare global {
  interface Window {
    standInMidi: { play(data: number[]): void; sent: SentMessage[]; unplugModule(): void };
  }
}

/** Runs in the page. */
function install(): void {
  class Port extends EventTarget {
    readonly manufacturer = 'Etude';
    readonly version = '1';
    readonly connection = 'open';
    state: MIDIPortDeviceState = 'connected';
    onstatechange: MIDIPort['onstatechange'] = null;
    constructor(
      readonly id: string,
      readonly name: string,
    ) {
      super();
    }
    async open(): Promise<MIDIPort> {
      throw new Error('Ports are opened by listening and sending.');
    }
    async close(): Promise<MIDIPort> {
      throw new Error('Nobody closes a port.');
    }
  }
  class Keyboard extends Port implements MIDIInput {
    readonly type = 'input';
    onmidimessage: MIDIInput['onmidimessage'] = null;
  }
  class Module extends Port implements MIDIOutput {
    readonly type = 'output';
    send(data: Iterable<number>, at = performance.now()): void {
      window.standInMidi.sent.push({ data: [...data], at, sent: performance.now() });
    }
    clear(): void {}
  }
  const keyboard = new Keyboard('keyboard', 'Stand-in keyboard');
  const soundModule = new Module('module', 'Stand-in module');
  class Access extends EventTarget implements MIDIAccess {
    readonly inputs = new Map([[keyboard.id, keyboard]]);
    readonly outputs = new Map([[soundModule.id, soundModule]]);
    readonly sysexEnabled = false;
    onstatechange: MIDIAccess['onstatechange'] = null;
  }
  const access = new Access();
  window.standInMidi = {
    sent: [],
    play: (data) => {
      const message = new MIDIMessageEvent('midimessage', { data: Uint8Array.from(data) });
      keyboard.onmidimessage?.call(keyboard, message);
    },
    unplugModule: () => {
      soundModule.state = 'disconnected';
      const change = new MIDIConnectionEvent('statechange', { port: undefined });
      access.onstatechange?.call(access, change);
    },
  };
  navigator.requestMIDIAccess = async () => access;
}

export async function putInStandInMidi(page: Page): Promise<void> {
  await page.addInitScript(install);
}
