/** A parsed score in MusicXML as a song. */
import { cleanName } from '../../../lib/textEncoding';
import type { Song } from '../../song';
import { commonPpq } from './commonPpq';
import { measureContents } from './measureReader';
import type { ParsedScore } from './parsed';
import { infoOf } from './partInfo';
import { MOST_MEASURES, playedSong } from './playedSong';
import { measureMarks, playOrder } from './playOrder';
import { scoreCredits } from './scoreCredits';

/** @throws {UnreadableScore} */
export function scoreSong(score: ParsedScore): Song {
  const { workTitle, movementTitle, creators = [], rights = [] } = score.metadata;
  const divisions = score.parts.flatMap(({ measures }) =>
    measures.map(({ attributes }) => attributes?.divisions),
  );
  const ppq = commonPpq(divisions);
  const composers = creators.filter(({ type }) => type?.toLowerCase() === 'composer');
  const words = (score.credits ?? []).flatMap(({ creditWords = [] }) => creditWords);
  return playedSong({
    title: cleanName(workTitle || movementTitle || ''),
    credits: scoreCredits(
      composers.map(({ value }) => value),
      [...words.map(({ text }) => text), ...rights, workTitle ?? '', movementTitle ?? ''],
    ),
    ppq,
    parts: score.parts.map((part) => {
      const info = infoOf(score, part.id);
      return { info, contents: measureContents(part, ppq, info.drums) };
    }),
    order: playOrder(measureMarks(score.parts.map(({ measures }) => measures)), MOST_MEASURES + 1),
  });
}
