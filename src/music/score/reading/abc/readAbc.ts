/** Reads books of tunes in ABC: bytes to songs, or a reason why not. The parser is `abcjs`. */
import Parse, { type AbcTree } from 'abcjs/src/parse/abc_parse.js';
import { cleanName } from '../../../../lib/textEncoding';
import { t } from '../../../../texts/t';
import type { ReadResult } from '../../../midi/read';
import type { Song } from '../../../song';
import { commonPpq } from '../commonPpq';
import { UnreadableScore } from '../parsed';
import { MOST_MEASURES, playedSong } from '../playedSong';
import { scoreCredits } from '../scoreCredits';
import { scoreText } from '../scoreText';
import { type AbcTune, tunesOf } from './abcBook';
import { marksOfAll } from './abcMarks';
import { partsInOrder } from './abcParts';
import { AbcVoiceReader } from './abcVoiceReader';
import { voicesOf } from './abcVoices';

const MOST_BYTES = 48 * 2 ** 20;
const MOST_TUNES = 5000;
/** Characters of a tune and of a line; a movement for orchestra has about half of them. */
const LONGEST_TUNE = 2 ** 18;
const LONGEST_LINE = 10_000;
const MOST_VOICES = 100;

/** Never throws for the content of the bytes. */
export function readAbc(bytes: Uint8Array): ReadResult {
  if (bytes.length > MOST_BYTES) return { ok: false, reason: t('scores.tooLarge') };
  const tunes = tunesOf(scoreText(bytes));
  if (tunes.length > MOST_TUNES) {
    return { ok: false, reason: t('scores.tooManyTunes', { most: MOST_TUNES }) };
  }
  const songs: Song[] = [];
  const reasons: string[] = [];
  for (const tune of tunes) {
    try {
      songs.push(tuneSong(tune));
    } catch (error) {
      reasons.push(error instanceof UnreadableScore ? error.message : t('scores.damaged'));
    }
  }
  const silent = reasons.filter((reason) => reason === t('scores.noNotes')).length;
  const unread = reasons.length - silent;
  if (songs.length === 0) {
    const reason = reasons.find((each) => each !== t('scores.noNotes'));
    return { ok: false, reason: reason ?? t('scores.noNotes') };
  }
  const repairs = [
    ...(silent > 0 ? [t('scores.tunesLeftOut', { count: silent })] : []),
    ...(unread > 0 ? [t('scores.tunesNotRead', { count: unread })] : []),
  ];
  return { ok: true, songs, repairs };
}

/** @throws {UnreadableScore} */
function tuneSong(tune: AbcTune): Song {
  const lengths = [...tune.header, ...tune.body].map(({ length }) => length);
  const isTooLong =
    lengths.reduce((sum, length) => sum + length, 0) > LONGEST_TUNE ||
    lengths.some((length) => length > LONGEST_LINE);
  const voices = isTooLong ? [] : voicesOf(tune);
  const parsed = voices.reduce((sum, { text }) => sum + text.length, 0);
  if (isTooLong || voices.length > MOST_VOICES || parsed > 2 * LONGEST_TUNE) {
    throw new UnreadableScore(t('scores.tuneTooLong'));
  }
  if (voices.length === 0) throw new UnreadableScore(t('scores.noNotes'));
  const trees = voices.map(({ text }) => treeOf(text));
  const ppq = commonPpq(trees.flatMap(tupletsIn));
  const readers = trees.map((tree, i) => new AbcVoiceReader(tree, voices[i].text, ppq));
  const { title, composer } = trees[0].metaText;
  const order = tune.header.findLast((line) => line.startsWith('P:')) ?? '';
  return playedSong({
    title: cleanName(plain(title)),
    credits: scoreCredits(plain(composer).split('\n'), [plain(title)]),
    ppq,
    parts: readers.map(({ contents, program }, i) => {
      return { info: { name: cleanName(voices[i].name), program }, contents };
    }),
    order: partsInOrder(
      order.slice(2),
      readers.flatMap(({ parts }) => parts),
      marksOfAll(readers.map(({ marks }) => marks)),
      MOST_MEASURES + 1,
    ),
  });
}

function treeOf(text: string): AbcTree {
  const parser = new Parse();
  parser.parse(text);
  return parser.getTune();
}

/** In how many notes its tuplets divide. */
function tupletsIn({ lines }: AbcTree): number[] {
  const elements = lines.flatMap(({ staff }) => staff ?? []).flatMap(({ voices }) => voices.flat());
  return elements.flatMap((element) => {
    return element.el_type === 'note' && element.startTriplet ? [element.startTriplet] : [];
  });
}

/** A text that may change its fonts. */
function plain(text: unknown): string {
  if (typeof text === 'string') return text;
  if (!Array.isArray(text)) return '';
  return text.map((part: { text?: unknown }) => plain(part.text)).join('');
}
