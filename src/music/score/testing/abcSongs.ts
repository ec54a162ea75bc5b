/** Tunes in ABC for tests. */
import type { ReadResult } from '../../midi/read';
import { pitchedNotes, type Song } from '../../song';
import { readAbc } from '../reading/abc/readAbc';

export function readTunes(text: string): ReadResult {
  return readAbc(new TextEncoder().encode(text));
}

export function songsIn(text: string): Song[] {
  const result = readTunes(text);
  if (!result.ok) throw new Error(result.reason);
  return result.songs;
}

/**
 * A tune in 4/4 with eighth notes as its unit.
 * @param fields more lines of the header, or the ones above with other values
 */
export function tune(body: string, key = 'C', fields = ''): string {
  const meter = /^M:/m.test(fields) ? '' : 'M:4/4\n';
  const unit = /^L:/m.test(fields) ? '' : 'L:1/8\n';
  return `X:1\nT:Tune\n${meter}${unit}${fields}K:${key}\n${body}\n`;
}

/** Notes of the first tune as [onset, duration, pitch] in ticks, `ppq` a quarter note. */
export function heard(text: string, ppq = 480): number[][] {
  const [song] = songsIn(text);
  const scale = ppq / song.ppq;
  return pitchedNotes(song).map(({ tick, duration, pitch }) => [
    tick * scale,
    duration * scale,
    pitch,
  ]);
}

export const pitchesIn = (text: string): number[] => heard(text).map(([, , pitch]) => pitch);

export const lengthsIn = (text: string, ppq = 480): number[] =>
  heard(text, ppq).map(([, duration]) => duration);
