/** Joins a list to `RowPeek`: pointer, focus and Escape, without a render while the pointer moves. */
import { type RefObject, useEffect, useRef } from 'react';
import { useActions } from '../../app/context';
import { RowPeek } from './rowPeek';

/** @returns goes on a list whose rows name their pieces by `data-piece` */
export function useRowPeek(): RefObject<HTMLUListElement | null> {
  const { peek } = useActions();
  const list = useRef<HTMLUListElement>(null);

  useEffect(() => {
    const element = list.current;
    if (!element) return;
    const rows = new RowPeek(peek);
    const ends = new AbortController();
    const { signal } = ends;
    // Fingers press and scroll; they do not hover.
    const hovers = ({ pointerType }: PointerEvent): boolean => pointerType !== 'touch';
    element.addEventListener(
      'pointermove',
      (event) => {
        if (hovers(event)) rows.enter(rowOf(event.target), 'pointer');
      },
      { signal },
    );
    // Comes without a move where the list scrolls under a resting pointer.
    element.addEventListener('pointerover', (event) => rows.slip(rowOf(event.target)), { signal });
    element.addEventListener('pointerleave', () => rows.leave('pointer'), { signal });
    element.addEventListener(
      'focusin',
      ({ target }) => {
        // A press focuses as well, and is for the pointer to tell.
        if (target instanceof Element && target.matches(':focus-visible')) {
          rows.enter(rowOf(target), 'focus');
        }
      },
      { signal },
    );
    element.addEventListener(
      'focusout',
      ({ relatedTarget }) => {
        if (!(relatedTarget instanceof Node && element.contains(relatedTarget)))
          rows.leave('focus');
      },
      { signal },
    );
    window.addEventListener(
      'keydown',
      ({ key }) => {
        if (key === 'Escape') rows.end();
      },
      { signal },
    );
    return () => {
      ends.abort();
      rows.end();
    };
  }, [peek]);

  return list;
}

function rowOf(target: EventTarget | null): string | undefined {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-piece]') : null;
  return row?.dataset.piece;
}
