/** A score as the bytes of a MIDI file. */
import { errorMessage } from '../../lib/errorMessage';
import type { Song } from '../../music/song';
import { t } from '../../texts/t';

export const MIDI_TYPE = 'audio/midi';

/** @param speed playback speed, a share of the written tempo: it is part of the file */
export async function midiBytes(song: Song, speed: number): Promise<Uint8Array<ArrayBuffer>> {
  // The writer and its library: only for those who download.
  const { writeMidi } = await import('../../music/midi/write');
  const tempos = song.tempos.map((tempo) => ({
    ...tempo,
    microsecondsPerQuarter: Math.round(tempo.microsecondsPerQuarter / speed),
  }));
  return writeMidi({ ...song, tempos });
}

export function notWritten(error: unknown): string {
  return t('playback.midiNotWritten', { reason: errorMessage(error) });
}
