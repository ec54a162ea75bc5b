/** One line on the terminal that is written over while things move. */

export class LiveLine {
  readonly #stream: NodeJS.WriteStream;
  #shown = '';

  constructor(stream: NodeJS.WriteStream = process.stdout) {
    this.#stream = stream;
  }

  /** Shows how things stand; on something that is no terminal it is not worth a line. */
  show(text: string): void {
    if (!this.#stream.isTTY || text === this.#shown) return;
    this.#shown = text;
    // Cut to the width, since a wrapped line cannot be written over.
    this.#stream.write(`\r\x1b[2K${text.slice(0, this.#stream.columns - 1)}`);
  }

  /** Writes a line that stays. */
  print(text: string): void {
    this.clear();
    this.#stream.write(`${text}\n`);
  }

  clear(): void {
    if (this.#shown !== '') this.#stream.write('\r\x1b[2K');
    this.#shown = '';
  }
}
