/** How many rows of a long list are made: more of them once the last one comes near. */
import { type RefObject, useEffect, useRef, useState } from 'react';

/** Rows made at once: thousands would freeze the page. */
const STEP = 300;
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
    if (!isCut || !end.current) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setLimit(limit + STEP);
      },
      { rootMargin: AHEAD },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [isCut, limit]);
  return { limit, end };
}
