/** Many small rectangles with few changes of colour. */

/** Rectangles by colour: a canvas fills thousands of the same colour in the time of one change. */
export class Rectangles {
  /** By colour: x, y, width, height of one rectangle after the other. */
  readonly #byColour: number[][] = [];

  /** @param colour place of the colour in what `fill` is given */
  add(colour: number, x: number, y: number, width: number, height: number): void {
    this.#byColour[colour] ??= [];
    this.#byColour[colour].push(x, y, width, height);
  }

  fill(ctx: CanvasRenderingContext2D, colours: readonly string[]): void {
    this.#byColour.forEach((values, colour) => {
      ctx.fillStyle = colours[colour];
      for (let i = 0; i < values.length; i += 4) {
        ctx.fillRect(values[i], values[i + 1], values[i + 2], values[i + 3]);
      }
    });
  }
}
