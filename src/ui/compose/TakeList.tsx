/** The list "Takes": newest batch first, best take of a batch first. New takes scroll into view. */
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { isBest, takeBatches } from '../../app/compose/takeBatches';
import { useAppState } from '../../app/context';
import { TakeCard } from './TakeCard';
import styles from './TakeCard.module.css';

export function TakeList({ starredOnly }: { starredOnly: boolean }): ReactNode {
  const takes = useAppState((state) => state.takes);
  const shownId = useAppState(({ shown }) => (shown.kind === 'take' ? shown.id : undefined));
  const compared = useAppState((state) => state.compared);
  const playing = useAppState((state) => state.transport.playing);
  const running = useAppState(({ compose }) => compose.running);
  const list = useRef<HTMLUListElement>(null);
  const batches = useMemo(() => takeBatches(takes), [takes]);

  const begun = running && takes.some(({ composing }) => composing);
  useEffect(() => {
    // The panel's scrolling part; on phones the page scrolls, and stays.
    const scroll = list.current?.offsetParent;
    if (begun && list.current && scroll) scroll.scrollTop = list.current.offsetTop;
  }, [begun]);

  if (takes.length === 0) return null;
  return (
    <ul ref={list} className={styles.takes} aria-label="Takes">
      {batches.flatMap((batch) =>
        batch
          .filter(({ starred }) => !starredOnly || starred)
          .map((take) => (
            <TakeCard
              key={take.id}
              take={take}
              bestOf={isBest(take, batch) ? batch.length : undefined}
              shown={take.id === shownId}
              playing={playing && take.id === shownId}
              comparable={shownId !== undefined && takes.some(({ id }) => id === shownId)}
              compared={compared?.includes(take.id) ?? false}
            />
          )),
      )}
    </ul>
  );
}
