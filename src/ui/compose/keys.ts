/** Keys and scales for takes, and the pitch classes that each allows. */

/** One entry of the select "Key". */
export interface KeyOption {
  value: string;
  text: string;
  group?: string;
  /** 0 (C) to 11, in order; absent for all. */
  pitchClasses?: readonly number[];
}

/** By pitch class, spelled as the key is usually written. */
const MAJOR_TONICS = ['C', 'D♭', 'D', 'E♭', 'E', 'F', 'F♯', 'G', 'A♭', 'A', 'B♭', 'B'];
const MINOR_TONICS = ['C', 'C♯', 'D', 'E♭', 'E', 'F', 'F♯', 'G', 'G♯', 'A', 'B♭', 'B'];

/** Semitones above the tonic. */
const scales = {
  major: [0, 2, 4, 5, 7, 9, 11],
  /** Natural minor with the raised seventh beside the lowered one, for cadences. */
  minor: [0, 2, 3, 5, 7, 8, 10, 11],
  /** Major pentatonic: on F♯ the black keys. */
  pentatonic: [0, 2, 4, 7, 9],
} as const;

const groups = [
  { scale: 'major', group: 'Major', tonics: MAJOR_TONICS },
  { scale: 'minor', group: 'Minor', tonics: MINOR_TONICS },
  { scale: 'pentatonic', group: 'Pentatonic', tonics: MAJOR_TONICS },
] as const;

const ANY_KEY: KeyOption = { value: 'any', text: 'Any key' };

export const keyOptions: readonly KeyOption[] = [
  ANY_KEY,
  ...groups.flatMap(({ scale, group, tonics }) =>
    tonics.map((tonic, pitchClass) => ({
      value: `${pitchClass} ${scale}`,
      text: `${tonic} ${scale}`,
      group,
      pitchClasses: scales[scale].map((step) => (pitchClass + step) % 12).sort((a, b) => a - b),
    })),
  ),
];

/** The entry that allows exactly these pitch classes; "Any key" where there is none. */
export function keyOf(pitchClasses: readonly number[] | undefined): KeyOption {
  if (!pitchClasses) return ANY_KEY;
  const wanted = pitchClasses.toSorted((a, b) => a - b).join();
  return keyOptions.find((key) => key.pitchClasses?.join() === wanted) ?? ANY_KEY;
}
