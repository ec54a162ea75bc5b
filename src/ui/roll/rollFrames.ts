/** Paints the roll at most once an animation frame, and only after a change. */
import type { RollController, Stale } from './rollController';
import type { RollPainter } from './rollPainter';

export class RollFrames {
  readonly #eachFrame = new Set<() => void>();
  readonly #painted = new Set<() => void>();
  #target: { roll: RollController; painter: RollPainter } | undefined;
  #request = 0;
  #belowStale = true;
  #aboveStale = true;

  /** Starts painting `roll`. @returns a function that stops it */
  attach(roll: RollController, painter: RollPainter): () => void {
    this.#target = { roll, painter };
    this.stale('below');
    return () => {
      this.#target = undefined;
      cancelAnimationFrame(this.#request);
      this.#request = 0;
    };
  }

  stale(what: Stale): void {
    // A new view moves the lower and the upper canvas.
    if (what === 'below') this.#belowStale = true;
    this.#aboveStale = true;
    this.#ask();
  }

  /** Calls `listener` before each frame. @returns unsubscribe */
  eachFrame(listener: () => void): () => void {
    this.#eachFrame.add(listener);
    this.#ask();
    return () => this.#eachFrame.delete(listener);
  }

  /** Calls `listener` now and after each repaint. @returns unsubscribe */
  onPaint(listener: () => void): () => void {
    this.#painted.add(listener);
    listener();
    return () => this.#painted.delete(listener);
  }

  #ask(): void {
    if (this.#request !== 0 || !this.#target) return;
    this.#request = requestAnimationFrame((now) => this.#paint(now));
  }

  #paint(now: number): void {
    this.#request = 0;
    if (!this.#target) return;
    const { roll, painter } = this.#target;
    for (const listener of this.#eachFrame) listener();
    roll.step(now);
    const { picture } = roll;
    if (picture) {
      if (this.#belowStale) painter.paintBelow(picture);
      if (this.#aboveStale) painter.paintAbove(picture);
      this.#belowStale = false;
      this.#aboveStale = false;
      for (const listener of this.#painted) listener();
    }
    if (this.#eachFrame.size > 0 || roll.isGliding) this.#ask();
  }
}
