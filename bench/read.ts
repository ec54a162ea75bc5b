/**
 * Speed of reading MIDI files: Etude's reader on a million notes, and on a hundred thousand in
 * comparison with `@tonejs/midi` and with `midi-file`, the event parser below `@tonejs/midi`.
 *
 *     npm run bench:read -- [--rounds 5]
 */
import { Midi } from '@tonejs/midi/dist/Midi.js';
import { parseMidi } from 'midi-file';
import { commandOptions, whole } from '../scripts/commandLine';
import { readMidi } from '../src/music/midi/read';
import { describeMachine } from './harness/machine';
import { emptyResults, publish, setRatio } from './harness/results';
import { medians, type Turn, takeTurns } from './harness/rounds';
import { figure } from './harness/table';
import { longMidiFile } from './read/longMidiFile';

const MANY = 1_000_000;
const FEWER = 100_000;
const TURN_MS = 1000;

/** @returns the number of notes read */
type Reader = (bytes: Uint8Array) => number;

interface Candidate {
  name: string;
  title: string;
  notes: number;
  read: Reader;
}

const { rounds } = commandOptions({ rounds: whole(5) });
const results = emptyResults(describeMachine());
const candidates: Candidate[] = [
  { name: 'etude_1000000', title: 'Etude', notes: MANY, read: withEtude },
  { name: 'etude_100000', title: 'Etude', notes: FEWER, read: withEtude },
  { name: 'tonejs_100000', title: '@tonejs/midi', notes: FEWER, read: withTonejs },
  { name: 'midifile_100000', title: 'midi-file, events only', notes: FEWER, read: withMidiFile },
];

const files = new Map([MANY, FEWER].map((notes) => [notes, longMidiFile(notes)]));
const turns = candidates.map(
  ({ name, notes, read }): Turn => ({
    name,
    work: async (count) => timed(read, notes, count),
  }),
);
const samples = await takeTurns(turns, {
  rounds,
  turn: TURN_MS,
  onTurn: (name, milliseconds) => console.log(`${name}: ${figure(milliseconds)} ms`),
});
results.samples = Object.fromEntries(samples);
const milliseconds = medians(samples);
for (const { name } of candidates) results.medians[`${name}_ms`] = milliseconds.get(name) ?? NaN;
results.tables.push({
  title: 'Reading a file of one track',
  header: ['reader', 'notes', 'ms a file', 'notes/s'],
  rows: candidates.map(({ name, title, notes }) => {
    const each = results.medians[`${name}_ms`];
    return [title, String(notes), figure(each), figure((notes * 1000) / each)];
  }),
});
setRatio(results, 'read_vs_tonejs', 'tonejs_100000_ms', 'etude_100000_ms');
setRatio(results, 'read_vs_midifile', 'midifile_100000_ms', 'etude_100000_ms');
publish('read', results);

/** @throws {Error} if the reader missed notes, as its time is then meaningless */
function timed(read: Reader, notes: number, count: number): number {
  const bytes = files.get(notes) ?? longMidiFile(notes);
  const began = performance.now();
  for (let i = 0; i < count; i++) {
    const found = read(bytes);
    if (found !== notes) throw new Error(`${found} of ${notes} notes were read.`);
  }
  return performance.now() - began;
}

function withEtude(bytes: Uint8Array): number {
  const result = readMidi(bytes);
  if (!result.ok) throw new Error(result.reason);
  return result.songs[0].tracks.reduce((sum, { notes }) => sum + notes.length, 0);
}

function withTonejs(bytes: Uint8Array): number {
  return new Midi(bytes).tracks.reduce((sum, { notes }) => sum + notes.length, 0);
}

function withMidiFile(bytes: Uint8Array): number {
  const events = parseMidi(bytes).tracks.flat();
  return events.reduce((sum, { type }) => (type === 'noteOn' ? sum + 1 : sum), 0);
}
