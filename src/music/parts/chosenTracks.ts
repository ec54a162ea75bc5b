/** The tracks of a piece that are learnt. */
import type { PackedSong } from '../packedSong';

/**
 * The song with these of its tracks only.
 * @param chosen indices of tracks. Default: all, which returns the song itself
 */
export function withTracks(song: PackedSong, chosen: readonly number[] | undefined): PackedSong {
  if (!chosen) return song;
  return { ...song, tracks: song.tracks.filter((_, i) => chosen.includes(i)) };
}

/** Whether two choices are the same one. */
export function isSameChoice(
  a: readonly number[] | undefined,
  b: readonly number[] | undefined,
): boolean {
  return a?.join() === b?.join();
}
