/** A song as a written score, and as the text of its MusicXML. */
import type { Score } from '../../music/score/score';
import type { Song } from '../../music/song';

export const SCORE_TYPE = 'application/vnd.recordare.musicxml+xml';

export interface WrittenScore {
  score: Score;
  /** MusicXML. */
  text: string;
}

/**
 * @param speed playback speed, a share of the written tempo: it is part of the score
 * @returns undefined where the song is too long for a score
 */
export async function writtenScore(song: Song, speed: number): Promise<WrittenScore | undefined> {
  // Only for those who look at it or download it.
  const [{ makeScore }, { writeMusicXml }] = await Promise.all([
    import('../../music/score/makeScore'),
    import('../../music/score/writeMusicXml'),
  ]);
  const tempos = song.tempos.map((tempo) => ({
    ...tempo,
    microsecondsPerQuarter: Math.round(tempo.microsecondsPerQuarter / speed),
  }));
  const score = makeScore({ ...song, tempos });
  return score && { score, text: writeMusicXml(score, song.composer) };
}

/** As `writtenScore`, the text alone. */
export async function scoreText(song: Song, speed: number): Promise<string | undefined> {
  return (await writtenScore(song, speed))?.text;
}
