/** Reads MusicXML: bytes to a song, or a reason why not. The parser is `musicxml-io`. */
import { parse } from 'musicxml-io/browser';
import { t } from '../../../texts/t';
import type { ReadResult } from '../../midi/read';
import { UnreadableScore } from './parsed';
import { placedSounds } from './placedSounds';
import { scoreSong } from './scoreSong';
import { scoreKind, scoreText } from './scoreText';
import { xmlDanger } from './xmlDangers';

/** Bytes of one score; the largest orchestral ones have a third of this. */
const MOST_BYTES = 48 * 2 ** 20;

/** Never throws for the content of the bytes. */
export function readScore(bytes: Uint8Array): ReadResult {
  try {
    return read(bytes);
  } catch (error) {
    if (error instanceof UnreadableScore) return { ok: false, reason: error.message };
    return { ok: false, reason: t('scores.damaged') };
  }
}

function read(bytes: Uint8Array): ReadResult {
  if (bytes.length > MOST_BYTES) throw new UnreadableScore(t('scores.tooLarge'));
  if (scoreKind(bytes) === 'timewise') throw new UnreadableScore(t('scores.timewise'));
  const xml = scoreText(bytes);
  const danger = xmlDanger(xml);
  if (danger === 'entities') throw new UnreadableScore(t('scores.entities'));
  if (danger === 'nesting') throw new UnreadableScore(t('scores.nesting'));
  const score = parse(placedSounds(xml));
  if (score.parts.length === 0) throw new UnreadableScore(t('scores.noNotes'));
  const isWhole = /<\/score-partwise\s*>\s*$/.test(xml.slice(-1000));
  return {
    ok: true,
    songs: [scoreSong(score)],
    repairs: isWhole ? [] : [t('scores.breaksOff')],
  };
}
