/** Pieces and rejections on their way into the lists, in groups that a frame or two can show. */
import type { StoreApi } from 'zustand/vanilla';
import type { ImportProgress } from '../../worker/protocol';
import { createId } from '../shared/ids';
import type { AppState } from '../state';
import { describePiece } from './describePiece';
import type { KnownMusic } from './knownMusic';
import type { Piece, RejectedFile } from './libraryState';
import { tellApart } from './titles';

type ReadSong = Extract<ImportProgress, { kind: 'song' }>;

/** Groups are this far apart, milliseconds: 250 pieces one by one would stutter. */
const INTERVAL = 60;
/** Entries of one group: a row takes some milliseconds to make. */
const GROUP = 30;

export class IntakeQueue {
  readonly #store: StoreApi<AppState>;
  readonly #pieces: Piece[] = [];
  readonly #rejected: RejectedFile[] = [];
  readonly #known: KnownMusic;
  readonly #timer: ReturnType<typeof setInterval>;
  #whenEmpty: (() => void) | undefined;

  constructor(store: StoreApi<AppState>, known: KnownMusic) {
    this.#store = store;
    this.#known = known;
    this.#timer = setInterval(() => this.#flush(), INTERVAL);
  }

  /** Music that is in the library already is not added again. */
  add(read: ReadSong): void {
    const piece = describePiece(read);
    if (this.#known.admit({ ...piece, identity: read.identity })) this.#pieces.push(piece);
  }

  reject(fileName: string, reason: string): void {
    this.#rejected.push({ id: createId(), fileName, reason });
  }

  /** What is to be said of music that was there already; undefined where all was new. */
  get remark(): string | undefined {
    return this.#known.remark;
  }

  /** Settles when all entries stand in the lists. */
  async finish(): Promise<void> {
    this.#flush();
    if (this.#pieces.length + this.#rejected.length > 0) {
      await new Promise<void>((resolve) => {
        this.#whenEmpty = resolve;
      });
    }
    clearInterval(this.#timer);
  }

  #flush(): void {
    const pieces = this.#pieces.splice(0, GROUP);
    const rejected = this.#rejected.splice(0, GROUP);
    if (pieces.length + rejected.length > 0) {
      this.#store.setState((state) => ({
        pieces: tellApart([...state.pieces, ...pieces]),
        rejected: [...state.rejected, ...rejected],
      }));
    }
    if (this.#pieces.length + this.#rejected.length === 0) this.#whenEmpty?.();
  }
}
