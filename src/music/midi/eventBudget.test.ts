import { describe, expect, it } from 'vitest';
import { MAX_EVENTS } from './eventBudget';
import { readMidi } from './read';
import { END_MARK, header, join, uint16, uint32 } from './testing/midiBytes';

/** A track chunk of one event again and again, by running status after the first. */
function crowded(events: number, status: number, data: (i: number) => number[]): Uint8Array {
  const width = 1 + data(0).length;
  const body = new Uint8Array(1 + events * width + END_MARK.length);
  let at = 0;
  for (let i = 0; i < events; i++) {
    body[at++] = 1;
    if (i === 0) body[at++] = status;
    body.set(data(i), at);
    at += width - 1;
  }
  body.set(END_MARK, at);
  const chunk = new Uint8Array(8 + body.length);
  chunk.set(join('MTrk', uint32(body.length)));
  chunk.set(body, 8);
  return chunk;
}

function fileOf(...tracks: Uint8Array[]): Uint8Array {
  const parts = [header(1, tracks.length), ...tracks];
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

const REASON =
  'The file holds more than 3,000,000 notes, pedal moves and marks; no piece of music does.';

describe('a file of more than any piece of music holds', () => {
  const half = MAX_EVENTS / 2 + 1;

  it.each([
    { what: 'notes', status: 0x90, data: (i: number) => [i % 128, 80] },
    { what: 'pedal moves', status: 0xb0, data: (i: number) => [64, i % 2 === 0 ? 127 : 0] },
    { what: 'program changes', status: 0xc0, data: (i: number) => [i % 128] },
  ])('is refused for its $what, of all tracks together', ({ status, data }) => {
    const one = crowded(half, status, data);
    expect(readMidi(fileOf(one, one))).toEqual({ ok: false, reason: REASON });
  });

  it('is refused for its tempo marks', () => {
    const tempo = [1, 0xff, 0x51, 3, 7, 161, 32];
    const body = new Uint8Array(tempo.length * (MAX_EVENTS + 1));
    for (let at = 0; at < body.length; at += tempo.length) body.set(tempo, at);
    const chunk = new Uint8Array(8 + body.length);
    chunk.set(join('MTrk', uint16(body.length >> 16), uint16(body.length)));
    chunk.set(body, 8);
    expect(readMidi(fileOf(chunk))).toEqual({ ok: false, reason: REASON });
  });
});
