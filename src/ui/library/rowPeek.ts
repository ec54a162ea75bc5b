/** Decides when the row under the pointer or the focus is looked at: once it stays on it. */

/** Stay on a row after which its piece is shown, in milliseconds: less is only passing by. */
export const STAY = 150;

type PeekSource = 'pointer' | 'focus';

export class RowPeek {
  #row: string | undefined;
  /** What is on the row. */
  #source: PeekSource = 'pointer';
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #peek: (id: string | undefined) => void;

  /** @param peek shows the piece of this id; undefined ends that */
  constructor(peek: (id: string | undefined) => void) {
    this.#peek = peek;
  }

  /** The pointer moved, or the focus went, onto this row; undefined for none. */
  enter(row: string | undefined, source: PeekSource): void {
    if (row === this.#row) return;
    this.end();
    this.#row = row;
    this.#source = source;
    if (row !== undefined) this.#timer = setTimeout(() => this.#peek(row), STAY);
  }

  /** Another row, or none, came under the resting pointer: the list scrolled or changed. */
  slip(row: string | undefined): void {
    if (row !== this.#row) this.leave('pointer');
  }

  /** The pointer or the focus left the list; nothing changes where the other one is looked at. */
  leave(source: PeekSource): void {
    if (source !== this.#source) return;
    this.end();
    this.#row = undefined;
  }

  /** Ends the look; the same row is not looked at again before it was left. */
  end(): void {
    clearTimeout(this.#timer);
    if (this.#row !== undefined) this.#peek(undefined);
  }
}
