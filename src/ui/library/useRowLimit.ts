/** How many rows of a long list are made: a few at a time, and more once the last one comes near. */
import { type RefObject, useEffect, useRef, useState } from 'react';

/** Rows made at once: each takes some milliseconds. */
const STEP = 60;
/** Rows made one step after the other, without being scrolled to. */
const UNASKED = 300;
/** Distance from the last row at which more are made. */
const AHEAD = '1200px';

export interface RowLimit {
  limit: number;
  /** Goes on an element behind the last row. */
  end: RefObject<HTMLLIElement | null>;
}

/** @param total number of rows that the list has */
export function useRowLimit(total: number): RowLimit {
  const [limit, setLimit] = useState(STEP);
  const end = useRef<HTMLLIElement>(null);
  const isCut = total > limit;
  useEffect(() => {
    if (!isCut) return;
    const more = (): void => setLimit(limit + STEP);
    if (limit < UNASKED) {
      const timer = setTimeout(more);
      return () => clearTimeout(timer);
    }
    if (!end.current) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) more();
      },
      { rootMargin: AHEAD },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [isCut, limit]);
  return { limit, end };
}
