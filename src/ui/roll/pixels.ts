/** A canvas that is as sharp as the screen it is on. */

/** Target of the drawing functions; all lengths are CSS pixels. */
export interface Brush {
  ctx: CanvasRenderingContext2D;
  /** The length moved to the nearest edge of a device pixel. */
  snap(length: number): number;
  /** Width of one device pixel. */
  hairline: number;
}

/** Fits the canvas to its size on screen and wipes it. */
export function wipe(canvas: HTMLCanvasElement, width: number, height: number): Brush | undefined {
  const ratio = window.devicePixelRatio || 1;
  const columns = Math.round(width * ratio);
  const rows = Math.round(height * ratio);
  if (canvas.width !== columns) canvas.width = columns;
  if (canvas.height !== rows) canvas.height = rows;
  const ctx = canvas.getContext('2d');
  if (!ctx || columns === 0 || rows === 0) return undefined;
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.clearRect(0, 0, width, height);
  return { ctx, snap: (length) => Math.round(length * ratio) / ratio, hairline: 1 / ratio };
}
