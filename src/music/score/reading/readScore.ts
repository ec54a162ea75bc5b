/** Reads MusicXML and ABC: bytes to songs, or a reason why not. The parser is `musicxml-io`. */
import { parse, parseAbcTunes } from 'musicxml-io/browser';
import { t } from '../../../texts/t';
import type { ReadResult } from '../../midi/read';
import type { Song } from '../../song';
import { soundAbcPitches } from './abcPitches';
import { type ParsedScore, UnreadableScore } from './parsed';
import { scoreSong } from './scoreSong';
import { scoreKind, scoreText } from './scoreText';
import { xmlDanger } from './xmlDangers';

/** Bytes of one score; the largest orchestral ones have a third of this. */
const MOST_BYTES = 48 * 2 ** 20;
const MOST_TUNES = 5000;

/** Never throws for the content of the bytes. */
export function readScore(bytes: Uint8Array): ReadResult {
  try {
    return { ok: true, ...read(bytes) };
  } catch (error) {
    if (error instanceof UnreadableScore) return { ok: false, reason: error.message };
    return { ok: false, reason: t('scores.damaged') };
  }
}

interface Read {
  songs: Song[];
  repairs: string[];
}

function read(bytes: Uint8Array): Read {
  if (bytes.length > MOST_BYTES) throw new UnreadableScore(t('scores.tooLarge'));
  const kind = scoreKind(bytes);
  const text = scoreText(bytes);
  if (kind === 'timewise') throw new UnreadableScore(t('scores.timewise'));
  if (kind === 'abc') return readTunes(text);
  return readMusicXml(text);
}

function readMusicXml(xml: string): Read {
  const danger = xmlDanger(xml);
  if (danger === 'entities') throw new UnreadableScore(t('scores.entities'));
  if (danger === 'nesting') throw new UnreadableScore(t('scores.nesting'));
  const score = parse(xml);
  if (score.parts.length === 0) throw new UnreadableScore(t('scores.noNotes'));
  const isWhole = /<\/score-partwise\s*>\s*$/.test(xml.slice(-1000));
  return { songs: [scoreSong(score)], repairs: isWhole ? [] : [t('scores.breaksOff')] };
}

function readTunes(abc: string): Read {
  const tunes = parseAbcTunes(abc);
  if (tunes.length > MOST_TUNES) throw new UnreadableScore(t('scores.tooLong'));
  const songs: Song[] = [];
  let silent = 0;
  for (const tune of tunes) {
    try {
      soundAbcPitches(tune);
      songs.push(scoreSong(withWrittenTempo(tune)));
    } catch (error) {
      if (!(error instanceof UnreadableScore)) throw error;
      silent++;
    }
  }
  if (songs.length === 0) throw new UnreadableScore(t('scores.noNotes'));
  return { songs, repairs: silent > 0 ? [t('scores.tunesLeftOut', { count: silent })] : [] };
}

/** The parser takes the beat of "Q:3/8=100" for a quarter; the field itself is right. */
function withWrittenTempo(tune: ParsedScore): ParsedScore {
  const field = tune.metadata.miscellaneous?.find(({ name }) => name === 'abc-tempo')?.value ?? '';
  const [, over, under, perMinute] = /(\d+)\/(\d+)\s*=\s*(\d+)/.exec(field) ?? [];
  const [first] = tune.parts[0]?.measures ?? [];
  const mark = first?.entries.find((entry) => entry.type === 'direction' && entry.sound?.tempo);
  if (perMinute === undefined || mark?.type !== 'direction' || !mark.sound) return tune;
  mark.sound.tempo = (Number(perMinute) * 4 * Number(over)) / Number(under);
  return tune;
}
