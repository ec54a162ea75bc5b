/** The list "Takes": newest batch first, best take of a batch first. New takes scroll into view. */
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { isBest, takeBatches } from '../../app/compose/takeBatches';
import { useAppState } from '../../app/context';
import { t } from '../../texts/t';
import { useKeptFocus } from '../controls/useKeptFocus';
import { TakeCard } from './TakeCard';
import styles from './TakeCard.module.css';

export function TakeList({ starredOnly }: { starredOnly: boolean }): ReactNode {
  const takes = useAppState((state) => state.takes);
  const shownId = useAppState(({ shown }) => (shown.kind === 'take' ? shown.id : undefined));
  const compared = useAppState(({ compared: pair, shown }) =>
    shown.kind === 'take' && pair?.includes(shown.id) ? pair : undefined,
  );
  const playing = useAppState((state) => state.transport.playing);
  const running = useAppState(({ compose }) => compose.running);
  // "More like this" is disabled by its own press.
  const { row: list, focusHandlers } = useKeptFocus<HTMLUListElement>(
    `${shownId} ${running}`,
    '[data-shown="true"] button:enabled',
  );
  const count = takes.length;
  const batches = useMemo(() => takeBatches(takes), [takes]);

  const begun = running && takes.some(({ composing }) => composing);
  const follows = useRef(false);
  // With each take that begins, and once more when all are finished and the shown one says more.
  useEffect(() => {
    if (!begun && !follows.current) return;
    follows.current = begun && count > 0;
    // The panel's scrolling part; on phones the page scrolls, and stays.
    const scroll = list.current?.offsetParent;
    if (list.current && scroll) scroll.scrollTop = list.current.offsetTop;
  }, [begun, count, list]);

  if (count === 0) return null;
  return (
    <ul ref={list} className={styles.takes} aria-label={t('takes.list')} {...focusHandlers}>
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
