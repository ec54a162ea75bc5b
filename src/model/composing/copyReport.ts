/** Search for runs of notes that a take has copied from the training pieces. */
import { type ComparedPiece, copiesAmong } from '../../music/copies';
import { type CopiedRun, longestCopy } from '../../music/copying';
import { encodings } from '../../music/encoding';
import type { Encoding, Rows } from '../../music/encoding/encoding';
import { strokesOf } from '../../music/identity';
import { unpackSong } from '../../music/packedSong';
import { CERTAIN_NOTES, type RunIndex } from '../../music/runIndex';
import { countBars } from '../../music/time';
import type {
  ComposingModel,
  CopyReport,
  PublishedCopy,
  PublishedRuns,
  TrainingPiece,
} from './contract';

/** Limit of held-out pieces in the comparison. */
const HELD_OUT = 5;
/** From this share of its notes on, one run makes a passage largely a copy. */
const LARGELY = 0.5;
/** Notes below which a run is too common to be called a copy. */
const SHORTEST_COPY = 12;

/** The opened index of a published model. */
export interface PublishedIndex extends Pick<PublishedRuns, 'pieces' | 'usual'> {
  index: RunIndex;
  /** By the number of the piece. */
  titles: readonly string[];
}

interface Encoded extends ComparedPiece {
  piece: TrainingPiece;
}

export class CopyJudge {
  readonly #encoding: Encoding;
  /** Training pieces, available or missing. */
  readonly #pieces: number;
  readonly #trainedOn: Encoded[];
  readonly #heldOut: Encoded[];
  readonly #heldOutRuns = new Map<number, number[]>();
  readonly #published: PublishedIndex | undefined;

  /**
   * @param pieces the available ones; missing pieces are counted, not searched
   * @param published what the model's root was taught on. Default: nothing.
   */
  constructor(
    { encoding, trainedOn }: Pick<ComposingModel, 'encoding' | 'trainedOn'>,
    pieces: readonly TrainingPiece[],
    published?: PublishedIndex,
  ) {
    this.#published = published;
    this.#encoding = encodings[encoding.id];
    this.#pieces = trainedOn.training.length;
    const encode = (ids: readonly string[]): Encoded[] =>
      pieces
        .filter(({ id }) => ids.includes(id))
        .map((piece) => ({
          piece,
          rows: this.#encoding.encode(unpackSong(piece.song)),
          strokes: strokesOf(piece.song),
        }));
    this.#trainedOn = encode(trainedOn.training);
    const heldOut = encode(trainedOn.validation);
    const works = copiesAmong([...this.#trainedOn, ...heldOut], this.#encoding, 'work');
    const known = new Set(works.slice(0, this.#trainedOn.length));
    this.#heldOut = heldOut
      .filter((_, i) => !known.has(works[this.#trainedOn.length + i]))
      .slice(0, HELD_OUT);
  }

  /**
   * @param from first row after the prompt, which is not searched
   * @returns undefined for a model without training pieces and without a published root
   */
  judge(take: Rows, from: number): CopyReport | undefined {
    if (this.#pieces === 0 && !this.#published) return undefined;
    const run = this.#longest(take, from);
    const length = take.data.length / take.width - from;
    return {
      notes: run.notes,
      start: run.start,
      ...this.#place(run),
      // Without training pieces every figure is 0, which is no comparison.
      heldOut: this.#trainedOn.length > 0 ? this.#judgeHeldOut(length) : [],
      trainedOn: { pieces: this.#pieces, missing: this.#pieces - this.#trainedOn.length },
      ...(this.#published && { published: this.#judgePublished(this.#published, take, from) }),
    };
  }

  #judgePublished(
    { index, titles, pieces, usual }: PublishedIndex,
    take: Rows,
    from: number,
  ): PublishedCopy {
    const { notes, start, piece } = index.longest(take, this.#encoding, from);
    const title = notes > 0 ? (titles[piece] ?? '') : '';
    return { notes, start, title, pieces, usual, certain: CERTAIN_NOTES };
  }

  #longest(rows: Rows, from: number): CopiedRun {
    const pieces = this.#trainedOn.map((trainedOn) => trainedOn.rows);
    return longestCopy(rows, pieces, this.#encoding, from);
  }

  /**
   * The same figure for the first `length` notes of the held-out pieces, longest first. Pieces that
   * are themselves largely a training piece (another edition, an excerpt) are no measure.
   */
  #judgeHeldOut(length: number): number[] {
    const known = this.#heldOutRuns.get(length);
    if (known) return known;
    const runs = this.#heldOut
      .map(({ rows: { width, data } }) => {
        const passage = { width, data: data.slice(0, length * width) };
        return { run: this.#longest(passage, 0).notes, notes: passage.data.length / width };
      })
      .filter(({ run, notes }) => run < SHORTEST_COPY || run < LARGELY * notes)
      .map(({ run }) => run)
      .sort((a, b) => b - a);
    this.#heldOutRuns.set(length, runs);
    return runs;
  }

  #place({ notes, piece, pieceStart }: CopiedRun): { title: string; bar: number } {
    if (notes === 0) return { title: '', bar: 0 };
    const { title, song } = this.#trainedOn[piece].piece;
    const tick = this.#encoding.onsets(unpackSong(song))[pieceStart];
    // Bars up to the end of this tick, which gives the bar around it.
    return { title, bar: countBars(tick + 1, song.timeSignatures, song.ppq) };
  }
}
