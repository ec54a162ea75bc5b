/** The size of a page on the screen: that of the desk on which it lies. */
import { type RefObject, useEffect, useState } from 'react';
import type { PageSize } from './engravedPage';

/** A window that is being resized is done when it has kept its size for so long. */
const SETTLED_MS = 250;

/** Wider pages hold more bars than the eye follows. */
const WIDEST = 1400;
const NARROW = 640;
const LOW = 420;

export function usePageSize(desk: RefObject<HTMLElement | null>): PageSize | undefined {
  const [size, setSize] = useState<PageSize>();
  useEffect(() => {
    if (!desk.current) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const observer = new ResizeObserver(([{ contentRect }]) => {
      const width = Math.min(WIDEST, Math.floor(contentRect.width));
      const height = Math.floor(contentRect.height);
      if (width < 1 || height < 1) return;
      const zoom = width < NARROW ? 0.6 : height < LOW ? 0.7 : 0.85;
      const next: PageSize = { width, height, zoom, paper: false };
      const take = (): void =>
        setSize((now) => (now?.width === width && now.height === height ? now : next));
      clearTimeout(timer);
      timer = setTimeout(take, SETTLED_MS);
      setSize((now) => now ?? next);
    });
    observer.observe(desk.current);
    return () => {
      observer.disconnect();
      clearTimeout(timer);
    };
  }, [desk]);
  return size;
}
