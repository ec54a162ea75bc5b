import { beforeEach, describe, expect, it } from 'vitest';
import type { PlayedEvent } from '../../music/performance/playedEvent';
import { type MidiPorts, openMidi } from './midiPorts';
import { StandInAccess, StandInInput, StandInOutput } from './testing/standInMidi';

let heard: (PlayedEvent & { device: string })[];
let changes: number;

const listener = {
  onEvent: (event: PlayedEvent, device: string): void => void heard.push({ ...event, device }),
  onDevices: (): void => void changes++,
};

function open(access: StandInAccess): Promise<MidiPorts> {
  return openMidi(async () => access, listener);
}

beforeEach(() => {
  heard = [];
  changes = 0;
});

describe('MIDI devices', () => {
  it('play notes and the pedal, with the time at which they came', async () => {
    const piano = new StandInInput('1', 'Stage piano');
    await open(new StandInAccess(piano));
    piano.play([0x90, 60, 90], 10);
    piano.play([0x90, 60, 0], 20);
    piano.play([0x93, 64, 1], 30);
    piano.play([0x83, 64, 64], 40);
    piano.play([0xb0, 64, 64], 50);
    piano.play([0xb0, 64, 63], 60);
    const device = 'Stage piano';
    expect(heard).toEqual([
      { kind: 'down', time: 10, pitch: 60, velocity: 90, device },
      { kind: 'up', time: 20, pitch: 60, device },
      { kind: 'down', time: 30, pitch: 64, velocity: 1, device },
      { kind: 'up', time: 40, pitch: 64, device },
      { kind: 'pedal', time: 50, down: true, device },
      { kind: 'pedal', time: 60, down: false, device },
    ]);
  });

  it('play nothing with clocks, wheels, pads and broken messages', async () => {
    const piano = new StandInInput('1', 'Stage piano');
    await open(new StandInAccess(piano));
    for (const data of [
      [0xf8],
      [0xfe],
      [0xe0, 0, 64],
      [0xb0, 1, 90],
      [0x99, 36, 90],
      [0x90, 60],
      [],
    ])
      piano.play(data);
    expect(heard).toEqual([]);
  });

  it('are noticed when they are plugged in later', async () => {
    const access = new StandInAccess();
    const ports = await open(access);
    expect([ports.inputs, ports.outputs]).toEqual([[], []]);
    const piano = new StandInInput('1', 'Stage piano');
    access.plugIn(piano);
    access.plugIn(new StandInOutput('2', 'Sound module'));
    expect(ports.inputs).toEqual([{ id: '1', name: 'Stage piano' }]);
    expect(ports.outputs).toEqual([{ id: '2', name: 'Sound module' }]);
    expect(changes).toBe(2);
    piano.play([0x90, 60, 90]);
    expect(heard).toHaveLength(1);
  });

  it('let go of their keys and the pedal when they are unplugged', async () => {
    const piano = new StandInInput('1', 'Stage piano');
    const access = new StandInAccess(piano);
    const ports = await open(access);
    for (const pitch of [60, 64]) piano.play([0x90, pitch, 90]);
    piano.play([0x80, 60, 0]);
    heard = [];
    access.unplug(piano);
    expect(heard).toMatchObject([
      { kind: 'up', pitch: 64 },
      { kind: 'pedal', down: false },
    ]);
    expect(ports.inputs).toEqual([]);
    access.plugIn(piano);
    heard = [];
    piano.play([0x90, 67, 90]);
    expect(heard).toMatchObject([{ kind: 'down', pitch: 67 }]);
  });

  it('are no output any more once they are unplugged', async () => {
    const module = new StandInOutput('2', 'Sound module');
    const access = new StandInAccess(module);
    const ports = await open(access);
    expect(ports.output('2')).toBe(module);
    access.unplug(module);
    expect(ports.output('2')).toBeUndefined();
  });

  it('are refused in a sentence', async () => {
    const refuse = async (): Promise<MIDIAccess> => {
      throw new DOMException('Permission denied', 'NotAllowedError');
    };
    await expect(openMidi(refuse, listener)).rejects.toThrow(
      'This browser does not allow MIDI devices here; its site settings can change that.',
    );
    const fail = async (): Promise<MIDIAccess> => {
      throw new DOMException('Platform dependent initialization failed.', 'InvalidStateError');
    };
    await expect(openMidi(fail, listener)).rejects.toThrow(
      'The MIDI devices cannot be reached: Platform dependent initialization failed.',
    );
  });
});
