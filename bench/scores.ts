/**
 * Reads Etude's MusicXML back with music21: the same notes, and bars that add up in every voice.
 * `bench/scores/README.md` describes the installation.
 *
 *     npm run check:scores -- [--takes 60] [--archive mutopia-public-domain.zip]
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandOptions, text, whole } from '../scripts/commandLine';
import { makeScore } from '../src/music/score/makeScore';
import { SCORE_PPQ, type Score } from '../src/music/score/score';
import { writeMusicXml } from '../src/music/score/writeMusicXml';
import { pitchedNotes, type Song } from '../src/music/song';
import { archiveSongs, librarySongs, type NamedSong } from '../src/music/testSongs';
import { startTakes } from './scores/takes';

const HERE = join(import.meta.dirname, 'scores');
const PYTHON = join(HERE, '.venv/bin/python');
/** Ticks by which a written note may differ from the played one and still count as the same. */
const SAME = 3;

interface Outcome {
  name: string;
  notes: number;
  bars: number;
  faults: string[];
}

const { takes, archive } = commandOptions({ takes: whole(60, 0), archive: text(undefined) });
if (!existsSync(PYTHON)) {
  console.error('music21 is not installed: bench/scores/README.md says how.');
  process.exit(1);
}

const groups: [string, NamedSong[]][] = [
  ['Sample library', librarySongs()],
  ['Takes', takes > 0 ? await startTakes(takes) : []],
  [archive ?? '', archive ? archiveSongs(archive) : []],
];
let failed = false;
for (const [title, songs] of groups)
  if (songs.length > 0) failed = checkGroup(title, songs) || failed;
process.exitCode = failed ? 1 : 0;

/** @returns whether anything was wrong */
function checkGroup(title: string, songs: readonly NamedSong[]): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'etude-scores-'));
  try {
    const kept = { notes: 0, onsets: 0, lengths: 0 };
    songs.forEach(({ name, song }, i) => {
      const score = makeScore(song);
      if (!score) return;
      const file = join(folder, `${String(i).padStart(3, '0')}-${name.replace(/[^\w-]+/g, '-')}`);
      writeFileSync(`${file}.musicxml`, writeMusicXml(score));
      writeFileSync(`${file}.json`, JSON.stringify(meant(score)));
      count(song, score, kept);
    });
    const outcomes = read(folder);
    const wrong = outcomes.filter(({ faults }) => faults.length > 0);
    for (const { name, faults } of wrong) console.log(`${name}: ${faults.join('; ')}`);
    const sum = (key: 'notes' | 'bars'): number =>
      outcomes.reduce((total, outcome) => total + outcome[key], 0);
    console.log(
      `${title}: ${outcomes.length} scores, ${sum('bars')} bars, ${sum('notes')} notes read back; ${wrong.length} with faults.`,
    );
    const share = (value: number): string => `${((100 * value) / kept.notes).toFixed(2)} %`;
    console.log(
      `  Of ${kept.notes} played notes ${share(kept.onsets)} are written at their onset, ${share(kept.lengths)} with their length too.`,
    );
    return wrong.length > 0 || outcomes.length === 0;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function read(folder: string): Outcome[] {
  const { stdout, status, stderr } = spawnSync(PYTHON, ['check.py', folder], {
    cwd: HERE,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  if (status !== 0) throw new Error(stderr);
  const outcomes: Outcome[] = JSON.parse(stdout);
  return outcomes;
}

function meant({ bars, parts }: Score): unknown {
  return {
    bars: bars.map(({ tick, ticks }) => [tick, ticks]),
    parts: parts.map(({ notes, staves }) => ({
      staves: staves.length,
      notes: notes.map(({ tick, duration, pitch, velocity }) => [tick, duration, pitch, velocity]),
    })),
  };
}

/** Adds up how many played notes the score keeps as they are. */
function count(
  song: Song,
  score: Score,
  kept: { notes: number; onsets: number; lengths: number },
): void {
  const scale = SCORE_PPQ / song.ppq;
  const written = new Map<number, { tick: number; duration: number }[]>();
  for (const note of score.parts.flatMap(({ notes }) => notes)) {
    written.set(note.pitch, [...(written.get(note.pitch) ?? []), note]);
  }
  for (const { tick, duration, pitch } of pitchedNotes(song)) {
    kept.notes++;
    const found = written.get(pitch)?.find((note) => Math.abs(note.tick - tick * scale) <= SAME);
    if (!found) continue;
    kept.onsets++;
    if (Math.abs(found.duration - duration * scale) <= SAME) kept.lengths++;
  }
}
