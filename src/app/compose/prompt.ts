/** Prompt, tempo and meter of the next takes. */
import type { PromptInput } from '../../model/composing/contract';
import { presets } from '../../model/preset';
import { openingOf } from '../../music/opening';
import { countPitchedNotes, type PackedSong, packSong, unpackSong } from '../../music/packedSong';
import { pitchedNotes, type Song, type TimeSignature } from '../../music/song';
import { countBars } from '../../music/time';
import { usualMeter } from '../../music/typical';
import type { Checkpoint } from '../../training/checkpoint';
import { learntSong } from '../library/learntSong';
import type { Piece } from '../library/libraryState';
import { takeSong } from '../playback/shownScore';
import type { AppState } from '../state';
import type { PromptChoice } from './composeState';
import type { PromptSource } from './take';

export interface Prompt {
  input?: PromptInput;
  /** Title of the piece or take. Absent without a prompt. */
  title?: string;
  /** Stored with the take. */
  promptSource?: PromptSource;
  timeSignature: TimeSignature;
  microsecondsPerQuarter: number;
}

/** A removed piece or take counts as nothing. */
export function promptFor(
  { pieces, takes }: Pick<AppState, 'pieces' | 'takes'>,
  prompt: PromptChoice,
  checkpoint: Checkpoint,
): Prompt {
  switch (prompt.kind) {
    case 'piece': {
      const piece = pieces.find(({ id }) => id === prompt.id);
      if (!piece) return fromNothing(checkpoint);
      const { lengthUnit } = presets[checkpoint.preset].composing;
      const learnt = learntSong(piece);
      const opening = openingOf(learnt, openingLength(piece, learnt, checkpoint), lengthUnit);
      const { song, length, meter, microsecondsPerQuarter } = opening;
      return {
        input: { song, length },
        title: piece.title,
        promptSource: { kind: 'piece', id: piece.id, length },
        timeSignature: { tick: 0, ...meter },
        microsecondsPerQuarter,
      };
    }
    case 'take': {
      const take = takes.find(({ id }) => id === prompt.id);
      if (!take) return fromNothing(checkpoint);
      return {
        input: {
          song: packSong(cutAfter(takeSong(take), prompt.tick)),
          until: prompt.tick,
        },
        title: take.title,
        promptSource: { kind: 'take', id: take.id, tick: prompt.tick },
        timeSignature: take.timeSignatures[0],
        microsecondsPerQuarter: take.tempos[0].microsecondsPerQuarter,
      };
    }
    case 'nothing':
      return fromNothing(checkpoint);
    default:
      return prompt satisfies never;
  }
}

/** As much as the preset opens with; of a piece that the person played, the whole. */
function openingLength({ played }: Piece, song: PackedSong, { preset }: Checkpoint): number {
  const { promptLength, lengthUnit } = presets[preset].composing;
  if (!played) return promptLength;
  if (lengthUnit === 'notes') return countPitchedNotes(song);
  const lastOnset = pitchedNotes(unpackSong(song)).at(-1)?.tick ?? 0;
  return countBars(lastOnset + 1, song.timeSignatures, song.ppq);
}

/** Typical tempo and meter of the training pieces; models of earlier versions may have any meter. */
function fromNothing({ typicalMeter }: Checkpoint): Prompt {
  return {
    timeSignature: { tick: 0, ...usualMeter(typicalMeter.timeSignature) },
    microsecondsPerQuarter: typicalMeter.microsecondsPerQuarter,
  };
}

/** Notes with an onset before `tick`. */
function cutAfter(song: Song, tick: number): Song {
  return {
    ...song,
    tracks: song.tracks.map((track) => ({
      ...track,
      notes: track.notes.filter((note) => note.tick < tick),
    })),
  };
}
