/** What an engraved page is: its drawing, and where its bars and notes stand. */

/** A page: its size in CSS pixels, and how it is set. */
export interface PageSize {
  width: number;
  height: number;
  /** Scale of the notes: 1 has staves 40 pixels high. */
  zoom: number;
  /** Whether it is paper, with margins, and the title on the first page. */
  paper: boolean;
}

/** A time within a bar and where it stands. */
export interface BarStop {
  /** Ticks of the score from the start of the bar. */
  tick: number;
  /** CSS pixels from the left edge of the page. */
  x: number;
}

/** A bar on its page, over all staves, in CSS pixels. */
export interface EngravedBar {
  /** From 0, in the whole score. */
  index: number;
  left: number;
  top: number;
  width: number;
  height: number;
  /** In order of time. */
  stops: BarStop[];
}

export interface EngravedPage {
  drawing: SVGElement;
  /** Never empty. */
  bars: EngravedBar[];
  /** CSS pixels. */
  width: number;
  /** CSS pixels, as much as the page's size or, where one system needs more, that. */
  height: number;
}

/** The bar at a place of a page. */
export function barAt(bars: readonly EngravedBar[], x: number, y: number): EngravedBar | undefined {
  return bars.find(
    ({ left, top, width, height }) =>
      x >= left && x < left + width && y >= top - height / 4 && y < top + height * 1.25,
  );
}

/** Where the playhead stands in a bar, between the notes before and after it. */
export function xInBar({ left, width, stops }: EngravedBar, tick: number, ticks: number): number {
  const after = stops.findIndex((stop) => stop.tick > tick);
  const before = stops.at(after < 0 ? -1 : Math.max(0, after - 1));
  if (!before) return left;
  if (tick <= before.tick) return before.x;
  const next = after < 0 ? { tick: ticks, x: left + width } : stops[after];
  return before.x + ((tick - before.tick) / (next.tick - before.tick)) * (next.x - before.x);
}
