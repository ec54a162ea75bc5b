/** A status line on the terminal that is overwritten in place. */

export class LiveLine {
  readonly #stream: NodeJS.WriteStream;
  #shown = '';

  constructor(stream: NodeJS.WriteStream = process.stdout) {
    this.#stream = stream;
  }

  /** Shows the status; does nothing if the stream is no terminal. */
  show(text: string): void {
    if (!this.#stream.isTTY || text === this.#shown) return;
    this.#shown = text;
    // Cut to the width, since a wrapped line cannot be overwritten.
    this.#stream.write(`\r\x1b[2K${text.slice(0, this.#stream.columns - 1)}`);
  }

  /** Writes a permanent line. */
  print(text: string): void {
    this.clear();
    this.#stream.write(`${text}\n`);
  }

  clear(): void {
    if (this.#shown !== '') this.#stream.write('\r\x1b[2K');
    this.#shown = '';
  }
}
