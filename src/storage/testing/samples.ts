/** Small things to store, for tests. */
import { presets } from '../../model/preset';
import { packSong } from '../../music/packedSong';
import type { Checkpoint } from '../../training/checkpoint';
import { RUN_FORMAT, type StoredPiece, type StoredRun, type StoredTake } from '../records';

const settings = presets.seed.defaults;
const notes = [0, 480, 960].map((tick) => ({ tick, duration: 480, pitch: 60, velocity: 80 }));
const tempos = [{ tick: 0, microsecondsPerQuarter: 500_000 }];
const timeSignatures = [{ tick: 0, numerator: 4, denominator: 4 }];

export function samplePiece(id: string): StoredPiece {
  return {
    id,
    title: `Piece ${id}`,
    fileName: `${id}.mid`,
    notes: notes.length,
    bars: 1,
    seconds: 1.5,
    tempo: 120,
    included: true,
    repairs: ['track 1 ended early'],
    song: packSong({
      title: id,
      ppq: 480,
      tempos,
      timeSignatures,
      keySignatures: [],
      tracks: [{ name: '', channel: 0, program: 0, isDrum: false, notes, pedal: [] }],
    }),
  };
}

export function sampleTake(number: number): StoredTake {
  return {
    id: `take ${number}`,
    number,
    title: `Take ${number}`,
    notes,
    odds: notes.map(({ pitch }) => ({
      probability: 0.5,
      likeliest: [{ pitch, probability: 0.5 }],
    })),
    ppq: 480,
    tempos,
    timeSignatures,
    promptNotes: 1,
    promptTitle: 'Piece a',
    promptSource: { kind: 'piece', id: 'a', length: 16 },
    settings: { temperature: 1, rhythmTemperature: 1, topP: 0.9, length: 3, seed: 7, takes: 1 },
    preset: 'seed',
    epoch: 3,
    remarks: [],
    copying: { notes: 2, start: 0, title: 'Piece a', bar: 1, heldOut: [1] },
  };
}

export function sampleRun(change: Partial<StoredRun> = {}): StoredRun {
  return {
    id: 'run 1',
    format: RUN_FORMAT,
    preset: 'seed',
    epoch: 3,
    epochs: settings.epochs,
    finished: false,
    when: 1_700_000_000_000,
    curve: { points: [{ x: 0.5, y: 3 }], stride: 1, seen: 1 },
    ...change,
  };
}

export function sampleCheckpoint(change: Partial<Checkpoint> = {}): Checkpoint {
  const values = Float32Array.of(0.25, -1.5);
  return {
    preset: 'seed',
    encoding: { id: 'melody', version: 1 },
    settings,
    weights: [{ name: 'dense/bias', shape: [2], values }],
    optimizer: { step: 30, moments: [{ mean: values, square: values }] },
    step: 30,
    epoch: 3,
    epochSum: 0,
    history: [{ epoch: 1, trainingLoss: 3.5, validationLoss: 3.25 }],
    trainedOn: { training: ['a'], validation: ['b'] },
    typicalMeter: {
      microsecondsPerQuarter: 500_000,
      timeSignature: { numerator: 4, denominator: 4 },
    },
    ...change,
  };
}
