/** A song as the text of a MusicXML score. */
import type { Song } from '../../music/song';

export const SCORE_TYPE = 'application/vnd.recordare.musicxml+xml';

/**
 * @param speed playback speed, a share of the written tempo: it is part of the file
 * @returns undefined where the song is too long for a score
 */
export async function scoreText(song: Song, speed: number): Promise<string | undefined> {
  // Only for those who download.
  const [{ makeScore }, { writeMusicXml }] = await Promise.all([
    import('../../music/score/makeScore'),
    import('../../music/score/writeMusicXml'),
  ]);
  const tempos = song.tempos.map((tempo) => ({
    ...tempo,
    microsecondsPerQuarter: Math.round(tempo.microsecondsPerQuarter / speed),
  }));
  const score = makeScore({ ...song, tempos });
  return score && writeMusicXml(score);
}
