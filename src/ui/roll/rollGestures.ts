/** Mouse, pen, fingers and wheel on the roll. */
import { OverviewScale } from './drawOverview';
import { keyAt } from './keyAt';
import type { RollController } from './rollController';
import type { RollArea } from './rollGeometry';

export interface GestureHandlers {
  seek(tick: number): void;
  /** Selects a note; -1 for none. The point is in pixels of the surface. */
  look(index: number, point: { x: number; y: number }): void;
  /**
   * Marks the bars from one tick to another, in either order.
   * @returns whether bars can be marked
   */
  markBetween(from: number, to: number): boolean;
  /** Whether the keyboard's keys can be played. */
  readonly playsKeys: boolean;
  keyDown(pitch: number): void;
  keyUp(pitch: number): void;
}

/** Distance below which a press counts as a click, in pixels. */
const SLOP = 5;
/** Radius in which a finger finds a note, in pixels. */
const FINGER = 12;

interface Press {
  id: number;
  x: number;
  y: number;
  startX: number;
  startY: number;
}

type Mode = 'press' | 'pan' | 'scrub' | 'overview' | 'mark' | 'pinch';

/** Listens on `surface`. @returns a function that stops it */
export function attachGestures(
  surface: HTMLElement,
  controller: RollController,
  handlers: GestureHandlers,
): () => void {
  const presses = new Map<number, Press>();
  /** Keys of the keyboard under pointers that were pressed there; undefined beside the keys. */
  const keys = new Map<number, number | undefined>();
  let mode: Mode = 'press';
  let spread = 0;
  /** Of the bars being marked, and whether they are marked in the overview. */
  let anchor = { tick: 0, inOverview: false };
  const ending = new AbortController();
  const { signal } = ending;

  const pointOf = (event: MouseEvent): { x: number; y: number } => {
    const box = surface.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const seekTo = (x: number): void => {
    handlers.seek(Math.max(0, controller.geometry.tickOfX(x)));
  };
  const tickInOverview = (x: number): number => {
    const { frame } = controller.geometry;
    return new OverviewScale(frame, controller.scene.content.endTick).tickOfX(x);
  };
  const scrollTo = (x: number): void => controller.centre(tickInOverview(x));
  const markTo = (x: number): boolean => {
    const tick = anchor.inOverview ? tickInOverview(x) : controller.geometry.tickOfX(x);
    return handlers.markBetween(anchor.tick, tick);
  };
  const beginMark = (x: number, area: RollArea): boolean => {
    const inOverview = area === 'overview';
    if (!inOverview && area !== 'ruler') return false;
    anchor = { tick: inOverview ? tickInOverview(x) : controller.geometry.tickOfX(x), inOverview };
    return markTo(x);
  };
  const noteAt = (x: number, y: number, reach: number): number => {
    const { geometry, scene } = controller;
    if (geometry.areaAt(x, y) !== 'notes') return -1;
    let nearest = -1;
    let distance = reach;
    const { rowHeight, pixelsPerTick } = geometry.view;
    const tick = geometry.tickOfX(x);
    scene.index.visit(tick - reach / pixelsPerTick, tick + reach / pixelsPerTick, (note, i) => {
      const left = geometry.xOfTick(note.tick);
      const right = geometry.xOfTick(note.tick + note.duration);
      const top = geometry.yOfPitch(note.pitch);
      const dx = Math.max(left - x, x - right, 0);
      const dy = Math.max(top - y, y - top - rowHeight, 0);
      if (Math.hypot(dx, dy) > distance) return;
      distance = Math.hypot(dx, dy);
      nearest = i;
    });
    return nearest;
  };

  /** Plays the key under the pointer; sliding to another lets go of the one before. */
  const playKey = (id: number, pitch: number | undefined): void => {
    const before = keys.get(id);
    if (keys.has(id) && before === pitch) return;
    keys.set(id, pitch);
    if (before !== undefined) handlers.keyUp(before);
    if (pitch !== undefined) handlers.keyDown(pitch);
  };
  const letGo = (id: number): void => {
    const pitch = keys.get(id);
    keys.delete(id);
    if (pitch !== undefined) handlers.keyUp(pitch);
  };

  const onDown = (event: PointerEvent): void => {
    if (event.button !== 0 && event.pointerType === 'mouse') return;
    const { x, y } = pointOf(event);
    const key = handlers.playsKeys ? keyAt(controller.geometry, x, y) : undefined;
    if (key !== undefined) {
      surface.setPointerCapture(event.pointerId);
      playKey(event.pointerId, key);
      return;
    }
    presses.set(event.pointerId, { id: event.pointerId, x, y, startX: x, startY: y });
    surface.setPointerCapture(event.pointerId);
    controller.held = true;
    if (presses.size === 2) {
      mode = 'pinch';
      spread = spreadOf(presses);
      return;
    }
    const area = controller.geometry.areaAt(x, y);
    if (event.shiftKey && beginMark(x, area)) {
      mode = 'mark';
      return;
    }
    mode = area === 'ruler' ? 'scrub' : area === 'overview' ? 'overview' : 'press';
    if (mode === 'scrub') seekTo(x);
    if (mode === 'overview') scrollTo(x);
  };

  const onMove = (event: PointerEvent): void => {
    const { x, y } = pointOf(event);
    if (keys.has(event.pointerId)) {
      playKey(event.pointerId, keyAt(controller.geometry, x, y));
      return;
    }
    const press = presses.get(event.pointerId);
    if (!press) {
      if (event.pointerType === 'mouse') handlers.look(noteAt(x, y, 1.5), { x, y });
      return;
    }
    const dx = x - press.x;
    const dy = y - press.y;
    if (mode === 'press' && Math.hypot(x - press.startX, y - press.startY) > SLOP) {
      mode = 'pan';
      surface.dataset.panning = '';
      handlers.look(-1, { x, y });
    }
    if (mode === 'press') return;
    press.x = x;
    press.y = y;
    if (mode === 'pan') controller.pan(dx, dy);
    else if (mode === 'scrub') seekTo(x);
    else if (mode === 'overview') scrollTo(x);
    else if (mode === 'mark') markTo(x);
    else if (mode === 'pinch') pinch(dx);
  };

  const pinch = (dx: number): void => {
    const now = spreadOf(presses);
    const points = [...presses.values()];
    const centre = points.reduce((sum, p) => sum + p.x, 0) / points.length;
    controller.pan(dx / points.length, 0);
    if (spread > 0) controller.zoom(now / spread, centre);
    spread = now;
  };

  const onUp = (event: PointerEvent): void => {
    letGo(event.pointerId);
    const press = presses.get(event.pointerId);
    if (!press) return;
    release(event.pointerId);
    if (mode !== 'press') return;
    const { x, y } = press;
    if (event.pointerType === 'mouse') {
      if (controller.geometry.areaAt(x, y) === 'notes') seekTo(x);
      return;
    }
    // A finger has no hover: a tap on a note shows its odds, a tap beside it moves the playhead.
    const index = noteAt(x, y, FINGER);
    handlers.look(index, { x, y });
    if (index < 0 && controller.geometry.areaAt(x, y) === 'notes') seekTo(x);
  };

  const release = (id: number): void => {
    presses.delete(id);
    delete surface.dataset.panning;
    controller.held = presses.size > 0;
    // The finger left after a pinch pans.
    if (mode === 'pinch' && presses.size === 1) mode = 'pan';
  };

  const onWheel = (event: WheelEvent): void => {
    const { x, y } = pointOf(event);
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
    const across = event.shiftKey && event.deltaX === 0 ? event.deltaY : event.deltaX;
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      controller.zoom(Math.exp(-event.deltaY * unit * 0.0045), x);
    } else if (event.altKey) {
      event.preventDefault();
      controller.zoomRows(Math.exp(-event.deltaY * unit * 0.0025), y);
    } else if (Math.abs(across) > Math.abs(event.shiftKey ? 0 : event.deltaY)) {
      event.preventDefault();
      controller.pan(-across * unit, 0);
    }
    // An upright wheel scrolls the page: the roll must not trap whoever scrolls past it.
    handlers.look(-1, { x, y });
  };

  surface.addEventListener('pointerdown', onDown, { signal });
  surface.addEventListener('pointermove', onMove, { signal });
  surface.addEventListener('pointerup', onUp, { signal });
  surface.addEventListener(
    'pointercancel',
    (event) => {
      letGo(event.pointerId);
      release(event.pointerId);
    },
    { signal },
  );
  surface.addEventListener(
    'pointerleave',
    (event) => {
      if (event.pointerType === 'mouse') handlers.look(-1, pointOf(event));
    },
    { signal },
  );
  surface.addEventListener('wheel', onWheel, { signal, passive: false });
  return () => {
    for (const id of [...keys.keys()]) letGo(id);
    ending.abort();
  };
}

function spreadOf(presses: ReadonlyMap<number, Press>): number {
  const [a, b] = [...presses.values()];
  return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0;
}
