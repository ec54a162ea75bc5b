/** From ticks and pitches to pixels and back. */

/** Where the parts of the roll lie, in CSS pixels. */
export interface RollFrame {
  width: number;
  height: number;
  /** Width of the keyboard at the left. */
  keyboard: number;
  /** Height of the ruler with bar numbers at the top. */
  ruler: number;
  /** Height of the strip at the bottom that shows the whole piece. */
  overview: number;
}

/** Which part of the piece is shown, and how large. */
export interface RollView {
  /** Tick at the left edge of the notes; below 0 where there is room before the start. */
  leftTick: number;
  pixelsPerTick: number;
  /** The upper edge in semitones: 72 shows pitch 71 as the topmost whole row. */
  topPitch: number;
  /** Height of a semitone in pixels. */
  rowHeight: number;
}

export interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

export type RollArea = 'keyboard' | 'ruler' | 'notes' | 'overview';

export class RollGeometry {
  readonly frame: RollFrame;
  readonly view: RollView;

  constructor(frame: RollFrame, view: RollView) {
    this.frame = frame;
    this.view = view;
  }

  /** The part of the frame in which notes are drawn. */
  get notes(): Rectangle {
    return notesArea(this.frame);
  }

  /** Ticks at the left and right edge of the notes. */
  get ticks(): { from: number; to: number } {
    const { leftTick, pixelsPerTick } = this.view;
    return { from: leftTick, to: leftTick + this.notes.width / pixelsPerTick };
  }

  /** Lowest and highest pitch of which at least a part is shown. */
  get pitches(): { lowest: number; highest: number } {
    const { topPitch, rowHeight } = this.view;
    const bottom = topPitch - this.notes.height / rowHeight;
    return {
      lowest: Math.max(0, Math.floor(bottom + 1e-6)),
      highest: Math.min(127, Math.ceil(topPitch - 1e-6) - 1),
    };
  }

  xOfTick(tick: number): number {
    return this.frame.keyboard + (tick - this.view.leftTick) * this.view.pixelsPerTick;
  }

  tickOfX(x: number): number {
    return this.view.leftTick + (x - this.frame.keyboard) / this.view.pixelsPerTick;
  }

  /** The upper edge of the pitch's row. */
  yOfPitch(pitch: number): number {
    return this.frame.ruler + (this.view.topPitch - pitch - 1) * this.view.rowHeight;
  }

  /** The part of the roll at a point. */
  areaAt(x: number, y: number): RollArea {
    if (y >= this.frame.height - this.frame.overview) return 'overview';
    if (x < this.frame.keyboard) return 'keyboard';
    return y < this.frame.ruler ? 'ruler' : 'notes';
  }
}

export function notesArea(frame: RollFrame): Rectangle {
  return {
    x: frame.keyboard,
    y: frame.ruler,
    width: Math.max(1, frame.width - frame.keyboard),
    height: Math.max(1, frame.height - frame.ruler - frame.overview),
  };
}
