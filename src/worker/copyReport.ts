/** Looks for what a take has copied from the pieces that the model learnt from. */
import { type CopiedRun, longestCopy } from '../music/copying';
import { encodings } from '../music/encoding';
import type { Encoding, Rows } from '../music/encoding/encoding';
import { unpackSong } from '../music/packedSong';
import { countBars } from '../music/time';
import type { Checkpoint } from '../training/checkpoint';
import type { CopyReport, TrainingPiece } from './protocol';

/** Held-out pieces that the take is compared with. */
const HELD_OUT = 5;

interface Encoded {
  piece: TrainingPiece;
  rows: Rows;
}

export class CopyJudge {
  readonly #encoding: Encoding;
  readonly #learnt: Encoded[];
  readonly #heldOut: Encoded[];
  readonly #heldOutRuns = new Map<number, number[]>();

  /** @param pieces those still at hand; one that was removed since training is not looked in */
  constructor(checkpoint: Checkpoint, pieces: readonly TrainingPiece[]) {
    this.#encoding = encodings[checkpoint.encoding.id];
    const encode = (ids: readonly string[]): Encoded[] =>
      pieces
        .filter(({ id }) => ids.includes(id))
        .map((piece) => ({ piece, rows: this.#encoding.encode(unpackSong(piece.song)) }));
    this.#learnt = encode(checkpoint.learnt.training);
    this.#heldOut = encode(checkpoint.learnt.validation.slice(0, HELD_OUT));
  }

  /**
   * @param from rows before this one are the opening, and are not judged
   * @returns undefined where none of the pieces that the model learnt from is at hand
   */
  judge(take: Rows, from: number): CopyReport | undefined {
    if (this.#learnt.length === 0) return undefined;
    const run = this.#longest(take, from);
    const length = take.data.length / take.width - from;
    return {
      notes: run.notes,
      start: run.start,
      ...this.#place(run),
      heldOut: this.#judgeHeldOut(length),
    };
  }

  #longest(rows: Rows, from: number): CopiedRun {
    const pieces = this.#learnt.map((learnt) => learnt.rows);
    return longestCopy(rows, pieces, this.#encoding.columns, from);
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
    const { piece: source, rows } = this.#learnt[piece];
    const { ppq, timeSignatures } = source.song;
    const { tick } = this.#encoding.decode(rows)[pieceStart];
    const inSource = (tick * ppq) / this.#encoding.ppq;
    return { title: source.title, bar: countBars(inSource, timeSignatures, ppq) + 1 };
  }
}
