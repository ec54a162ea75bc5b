/** What can be learnt of a piece: everything, its piano, a hand, or one track, by name. */
import type { PackedSong } from '../../music/packedSong';
import { isPiano, partsOf, type SongPart } from '../../music/parts/parts';
import { t } from '../../texts/t';

export interface LearnChoice {
  value: string;
  text: string;
  /** Indices of tracks. Absent for all. */
  tracks?: readonly number[];
}

const EVERYTHING = '';

/** Value of the choice of these tracks. */
export function choiceOf(tracks: readonly number[] | undefined): string {
  return tracks?.join() ?? EVERYTHING;
}

/** Empty where there is nothing to choose. */
export function learnChoices(song: PackedSong): LearnChoice[] {
  const parts = partsOf(song);
  if (parts.length < 2) return [];
  const piano = parts.filter(isPiano);
  const others = parts.filter((part) => !isPiano(part));
  const isBand = others.length > 0;
  const hasDrums = song.tracks.some(({ isDrum, notes }) => isDrum && notes.length > 0);
  const all = t(hasDrums ? 'library.learnAllButDrums' : 'library.learnAll');
  const whole: LearnChoice[] =
    isBand && piano.length > 1
      ? [choice(t('library.learnPiano', { count: piano.length }), piano)]
      : [];
  return [
    { value: EVERYTHING, text: all },
    ...whole,
    ...[...piano, ...others].map((part) => choice(partText(part), [part])),
  ];
}

function choice(text: string, parts: readonly SongPart[]): LearnChoice {
  const tracks = parts.map(({ track }) => track);
  return { value: choiceOf(tracks), text, tracks };
}

/** "Right hand, 412 notes"; "3: Solo, Flute, 96 notes" for the third track. */
function partText({ track, name, program, notes, hand }: SongPart): string {
  if (hand) return t('library.learnHand', { hand, notes });
  const instrument = instrumentName(program);
  const isNamed = name !== '' && name.toLowerCase() !== instrument.toLowerCase();
  return isNamed
    ? t('library.learnNamedTrack', { number: track + 1, name, instrument, notes })
    : t('library.learnTrack', { number: track + 1, instrument, notes });
}

/** @param program General MIDI, 0..127 */
export function instrumentName(program: number): string {
  return t('instruments.names').split('; ')[program];
}
