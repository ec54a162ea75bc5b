/** Looks for what a take has copied from the pieces that the model learnt from. */
import { type CopiedRun, longestCopy } from '../../music/copying';
import { encodings } from '../../music/encoding';
import type { Encoding, Rows } from '../../music/encoding/encoding';
import { unpackSong } from '../../music/packedSong';
import { countBars } from '../../music/time';
import type { ComposingModel, CopyReport, TrainingPiece } from './contract';

/** Held-out pieces that the take is compared with. */
const HELD_OUT = 5;

interface Encoded {
  piece: TrainingPiece;
  rows: Rows;
}

export class CopyJudge {
  readonly #encoding: Encoding;
  /** Pieces that the model learnt from, whether they are at hand or not. */
  readonly #pieces: number;
  readonly #trainedOn: Encoded[];
  readonly #heldOut: Encoded[];
  readonly #heldOutRuns = new Map<number, number[]>();

  /** @param pieces those at hand; one that is not among them is not looked in, and counted */
  constructor(
    { encoding, trainedOn }: Pick<ComposingModel, 'encoding' | 'trainedOn'>,
    pieces: readonly TrainingPiece[],
  ) {
    this.#encoding = encodings[encoding.id];
    this.#pieces = trainedOn.training.length;
    const encode = (ids: readonly string[]): Encoded[] =>
      pieces
        .filter(({ id }) => ids.includes(id))
        .map((piece) => ({ piece, rows: this.#encoding.encode(unpackSong(piece.song)) }));
    this.#trainedOn = encode(trainedOn.training);
    this.#heldOut = encode(trainedOn.validation).slice(0, HELD_OUT);
  }

  /**
   * @param from rows before this one are the opening, and are not judged
   * @returns undefined for a model that learnt from nothing
   */
  judge(take: Rows, from: number): CopyReport | undefined {
    if (this.#pieces === 0) return undefined;
    const run = this.#longest(take, from);
    const length = take.data.length / take.width - from;
    return {
      notes: run.notes,
      start: run.start,
      ...this.#place(run),
      // Compared with nothing, held-out pieces share nothing: that would be no yardstick.
      heldOut: this.#trainedOn.length > 0 ? this.#judgeHeldOut(length) : [],
      trainedOn: { pieces: this.#pieces, missing: this.#pieces - this.#trainedOn.length },
    };
  }

  #longest(rows: Rows, from: number): CopiedRun {
    const pieces = this.#trainedOn.map((trainedOn) => trainedOn.rows);
    return longestCopy(rows, pieces, this.#encoding, from);
  }

  /** The same figure for the first `length` notes of the held-out pieces, longest first. */
  #judgeHeldOut(length: number): number[] {
    const known = this.#heldOutRuns.get(length);
    if (known) return known;
    const runs = this.#heldOut
      .map(({ rows: { width, data } }) =>
        this.#longest({ width, data: data.slice(0, length * width) }, 0),
      )
      .map(({ notes }) => notes)
      .sort((a, b) => b - a);
    this.#heldOutRuns.set(length, runs);
    return runs;
  }

  #place({ notes, piece, pieceStart }: CopiedRun): { title: string; bar: number } {
    if (notes === 0) return { title: '', bar: 0 };
    const { title, song } = this.#trainedOn[piece].piece;
    const tick = this.#encoding.onsets(unpackSong(song))[pieceStart];
    // Counted up to the end of this tick: the bar in which it lies.
    return { title, bar: countBars(tick + 1, song.timeSignatures, song.ppq) };
  }
}
