/** Small files, each with one fault of files in circulation, where they stand beside the project. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { musicIdentity } from '../music/identity';
import { countLearnableNotes } from '../music/learnable';
import { openingOf } from '../music/opening';
import { packSong } from '../music/packedSong';
import { applyPedal } from '../music/pedal';
import { endTick, type Song } from '../music/song';
import { countBars } from '../music/time';
import { predominantMeter, typicalTempo } from '../music/typical';
import { collect, outcomes, source } from './testing/intakeLines';

const FOLDER = '../shared/cases';
const isMissing = !existsSync(FOLDER);
const meta = { skipReason: `${FOLDER} is missing` };

const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(`${FOLDER}/${name}`));

async function read(name: string): Promise<{ song: Song; repairs: string }> {
  for (const event of await collect([source(name, bytesOf(name))])) {
    if (event.kind === 'song') return { song: event.song, repairs: event.repairs.join(' ') };
    if (event.kind === 'rejected') throw new Error(event.reason);
  }
  throw new Error(`${name} gives nothing.`);
}

const durations = ({ tracks }: Song): number[] =>
  tracks.flatMap(({ notes }) => notes.map(({ duration }) => duration));
const identityOf = ({ song }: { song: Song }): string => musicIdentity(packSong(song));

describe.skipIf(isMissing)('files in circulation', { meta }, () => {
  it('lose one length with one note-off', async () => {
    const { song, repairs } = await read('01-one-noteoff-lost.mid');
    expect(durations(song).filter((duration) => duration === 120)).toHaveLength(31);
    expect(durations(song).filter((duration) => duration === 480)).toHaveLength(1);
    expect(repairs).toMatch(/1 note was closed/);
    const whole = await read('01b-none-lost.mid');
    expect(durations(whole.song)).toEqual(new Array(32).fill(120));
    expect(whole.repairs).toBe('');
  });

  it('have grace notes written the wrong way round', async () => {
    const { song } = await read('02-grace-off-before-on.mid');
    expect(durations(song).filter((duration) => duration === 1)).toHaveLength(1);
    expect(durations(song).filter((duration) => duration === 120)).toHaveLength(64);
  });

  it.each(['04-pickup-1.mid', '04-pickup-2.mid'])('begin with an upbeat: %s', async (name) => {
    const packed = packSong((await read(name)).song);
    const common = { numerator: 4, denominator: 4 };
    expect(predominantMeter([packed])).toEqual(common);
    expect(openingOf(packed, 2, 'bars').meter).toEqual(common);
  });

  it('have one late tempo, or many', async () => {
    const tempo = async (name: string) => 60e6 / typicalTempo(packSong((await read(name)).song));
    expect(await tempo('05-late-tempo-1.mid')).toBeCloseTo(60, 6);
    expect(Math.abs((await tempo('06-rubato-1.mid')) - 150)).toBeLessThan(8);
  });

  it('have percussion elsewhere, and melody on channel 10', async () => {
    for (const name of ['07a-gs-drums-channel-11.mid', '07b-xg-drums-channel-3.mid']) {
      const { song } = await read(name);
      expect(song.tracks.map(({ isDrum }) => isDrum)).toEqual([false, true]);
    }
    const { song } = await read('07e-gs-channel-10-melodic.mid');
    expect(song.tracks.map(({ isDrum }) => isDrum)).toEqual([false]);
  });

  it('lift the pedal and end notes by channel messages', async () => {
    const { song } = await read('08-pedal-lifted-by-cc121.mid');
    expect(song.tracks[0].pedal).toEqual([
      { tick: 0, down: true },
      { tick: 480, down: false },
    ]);
    expect(new Set(durations((await read('09-ended-by-cc123.mid')).song))).toEqual(new Set([240]));
  });

  it.each(['10-pedal-never-lifted.mid', '11-half-pedal-low-64.mid'])(
    'never lift the pedal: %s',
    async (name) => {
      const { song, repairs } = await read(name);
      expect(repairs).toMatch(/never lifted again/);
      const [{ notes, pedal }] = song.tracks;
      const seconds = (ticks: number): number =>
        (ticks / song.ppq) * (typicalTempo(packSong(song)) / 1e6);
      const longest = Math.max(...applyPedal(notes, pedal, song).map(({ duration }) => duration));
      expect(seconds(longest)).toBeLessThanOrEqual(10.01);
    },
  );

  it('wait impossibly long', async () => {
    const { song, repairs } = await read('13-delta-of-five-bytes.mid');
    expect(repairs).toMatch(/1 impossibly long wait/);
    expect(song.tracks[0].notes[0].tick).toBe(0);
    expect(countBars(endTick(song.tracks[0].notes), song.timeSignatures, song.ppq)).toBe(8);
  });

  it('went through a text program', async () => {
    expect((await read('14a-good.mid')).repairs).toBe('');
    const restored = await read('14i-with-line-feeds-to-crlf.mid');
    expect(new Set(durations(restored.song))).toEqual(new Set([170]));
    await expect(read('14c-read-as-utf8.mid')).rejects.toThrow(/read as text/);
  });

  it('are no MIDI, each with what to do', async () => {
    const names = ['15e-score.mscz', '15f-clip.midi2', '15g-lfs-pointer.mid'];
    const lines = await outcomes(names.map((name) => source(name, bytesOf(name))));
    expect(lines).toHaveLength(3);
    for (const [i, what] of ['MuseScore', 'MIDI 2.0', 'LFS pointer'].entries()) {
      expect(lines[i]).toContain(what);
    }
  });

  it('hold the same music twice', async () => {
    expect(identityOf(await read('16-a.mid'))).toBe(identityOf(await read('16-a-copy.mid')));
    expect(identityOf(await read('16-a.mid'))).not.toBe(identityOf(await read('04-pickup-1.mid')));
  });

  it.each(['18a-0-over-4.mid', '18b-1-over-64.mid'])('have senseless meters: %s', async (name) => {
    const { song, repairs } = await read(name);
    expect(song.timeSignatures).toEqual([{ tick: 0, numerator: 4, denominator: 4 }]);
    expect(repairs).toMatch(/1 damaged tempo, time or key mark/);
  });

  it('have notes that no piano has', async () => {
    const packed = packSong((await read('20d-out-of-the-keyboard.mid')).song);
    expect(countLearnableNotes(packed)).toBe(0);
  });
});
