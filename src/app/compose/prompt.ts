/** What the takes begin with, and in which tempo and meter they go. */
import { presets } from '../../model/preset';
import { packSong } from '../../music/packedSong';
import type { Song, TimeSignature } from '../../music/song';
import type { Checkpoint } from '../../training/checkpoint';
import type { ComposeInput } from '../../worker/protocol';
import { takeSong } from '../playback/shownScore';
import type { AppState, TakeOpening } from '../state';

export interface OpeningMusic {
  opening: ComposeInput['opening'];
  /** Of the piece or take that opens; absent for none. */
  title?: string;
  /** The same, for the take to remember. */
  openedBy?: TakeOpening;
  timeSignature: TimeSignature;
  microsecondsPerQuarter: number;
}

export function openingMusic(
  { compose, pieces, takes }: AppState,
  checkpoint: Checkpoint,
): OpeningMusic {
  const { opening } = compose;
  switch (opening.kind) {
    case 'piece': {
      const piece = pieces.find(({ id }) => id === opening.id);
      if (!piece) return fromNothing(checkpoint);
      const length = presets[checkpoint.preset].composing.opening;
      return {
        opening: { song: piece.song, length },
        title: piece.title,
        openedBy: { kind: 'piece', id: piece.id, length },
        timeSignature: { ...piece.song.timeSignatures[0], tick: 0 },
        microsecondsPerQuarter: piece.song.tempos[0].microsecondsPerQuarter,
      };
    }
    case 'take': {
      const take = takes.find(({ id }) => id === opening.id);
      if (!take) return fromNothing(checkpoint);
      return {
        opening: {
          song: packSong(cutAfter(takeSong(take), opening.tick)),
          until: opening.tick,
        },
        title: take.title,
        openedBy: { kind: 'take', id: take.id, tick: opening.tick },
        timeSignature: take.timeSignatures[0],
        microsecondsPerQuarter: take.tempos[0].microsecondsPerQuarter,
      };
    }
    case 'nothing':
      return fromNothing(checkpoint);
    default:
      return opening satisfies never;
  }
}

/** As most of the training pieces go. */
function fromNothing({ manner }: Checkpoint): OpeningMusic {
  return {
    opening: undefined,
    timeSignature: { tick: 0, ...manner.timeSignature },
    microsecondsPerQuarter: manner.microsecondsPerQuarter,
  };
}

/** The notes that begin before `tick`. */
function cutAfter(song: Song, tick: number): Song {
  return {
    ...song,
    tracks: song.tracks.map((track) => ({
      ...track,
      notes: track.notes.filter((note) => note.tick < tick),
    })),
  };
}
