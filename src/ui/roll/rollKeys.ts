/** The roll by keyboard. */
import { clamp } from '../../lib/clamp';
import type { BarRange } from '../../model/composing/contract';
import type { RollController } from './rollController';

export interface KeyHandlers {
  seek(tick: number): void;
  /** Called when the keyboard selects a note; -1 for none. */
  choose(index: number): void;
  /** Absent where bars cannot be marked; undefined for none. */
  mark?(bars: BarRange | undefined): void;
}

const ZOOM = 1.35;

/** @returns whether the key was handled */
export function pressKey(
  event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>,
  controller: RollController,
  handlers: KeyHandlers,
): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const { scene, playhead, geometry, selected } = controller;
  const seek = (tick: number): void => {
    const target = clamp(tick, 0, scene.content.endTick);
    handlers.seek(target);
    controller.setPlayhead(target);
    controller.reveal(target);
  };
  const choose = (index: number): void => {
    handlers.choose(index);
    if (index >= 0) controller.reveal(scene.notes[index].tick);
  };
  switch (event.key) {
    case 'ArrowLeft':
      seek(scene.grid.next(playhead, -1, event.shiftKey ? 'bar' : 'beat'));
      return true;
    case 'ArrowRight':
      seek(scene.grid.next(playhead, 1, event.shiftKey ? 'bar' : 'beat'));
      return true;
    case 'ArrowUp':
      controller.pan(0, geometry.view.rowHeight * 2);
      return true;
    case 'ArrowDown':
      controller.pan(0, -geometry.view.rowHeight * 2);
      return true;
    case 'Home':
      seek(0);
      return true;
    case 'End':
      seek(scene.content.endTick);
      return true;
    case 'PageUp':
      controller.pan(geometry.notes.width * 0.9, 0);
      return true;
    case 'PageDown':
      controller.pan(-geometry.notes.width * 0.9, 0);
      return true;
    case '+':
    case '=':
      controller.zoom(ZOOM);
      return true;
    case '-':
      controller.zoom(1 / ZOOM);
      return true;
    case '0':
      controller.fit();
      return true;
    case '.':
    case ',': {
      if (scene.index.count === 0) return true;
      const step = event.key === '.' ? 1 : -1;
      choose(
        selected < 0 ? scene.index.firstFrom(playhead) : scene.index.neighbour(selected, step),
      );
      return true;
    }
    case 'Enter':
      if (selected >= 0) seek(scene.notes[selected].tick);
      return selected >= 0;
    case 'm':
    case 'M':
      handlers.mark?.(grownMark(controller));
      return handlers.mark !== undefined;
    case 'Escape': {
      const marked = selected < 0 && controller.bars !== undefined && handlers.mark !== undefined;
      if (marked) handlers.mark?.(undefined);
      choose(-1);
      return marked || selected >= 0;
    }
    default:
      return false;
  }
}

/** The bar at the playhead, or one bar more than is marked from there. */
function grownMark({ scene, playhead, bars }: RollController): BarRange {
  const { endTick } = scene.content;
  const barAt = (tick: number): number => scene.grid.positionAt(tick).bar - 1;
  const from = barAt(clamp(playhead, 0, Math.max(0, endTick - 1)));
  const to = bars?.from === from ? bars.to + 1 : from + 1;
  return { from, to: Math.min(to, barAt(Math.max(0, endTick - 1)) + 1) };
}
