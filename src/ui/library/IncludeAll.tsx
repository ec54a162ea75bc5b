/** Includes, excludes or removes every piece that the list shows. */
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { useActions, useAppState } from '../../app/context';
import { formatCount, plural } from '../../lib/counts';
import { Button } from '../controls/Button';
import { isRunActive } from '../training/runText';
import styles from './IncludeAll.module.css';
import { isFiltered, shownPieces } from './shownPieces';

export function IncludeAll(): ReactNode {
  const { setIncluded, removePieces } = useActions();
  const pieces = useAppState((state) => state.pieces);
  const sought = useAppState((state) => state.sought);
  const busy = useAppState((state) => isRunActive(state.training.phase));
  const shown = useMemo(() => shownPieces({ pieces, sought }), [pieces, sought]);
  const filtered = isFiltered({ pieces, sought });
  const total = shown.length;
  const included = shown.filter((piece) => piece.included).length;
  const box = useRef<HTMLInputElement>(null);
  const ids = (): string[] => shown.map(({ id }) => id);
  const which = filtered ? `the ${plural(total, 'piece')} shown` : 'all pieces';
  // A run under way keeps the pieces it started with.
  const use = busy ? 'for the next run' : 'in training';

  useEffect(() => {
    // There is no attribute for the third state.
    if (box.current) box.current.indeterminate = included > 0 && included < total;
  }, [included, total]);

  if (pieces.length === 0) return <p className={styles.none}>No pieces yet</p>;
  if (total === 0) return <p className={styles.none}>No piece is shown</p>;
  return (
    <>
      <label className={styles.all}>
        <input
          ref={box}
          type="checkbox"
          aria-label={`Include ${which}`}
          checked={included === total}
          onChange={(event) => setIncluded(ids(), event.target.checked)}
        />
        {formatCount(included)} of {formatCount(total)} {filtered ? `shown ${use}` : use}
      </label>
      <Button look="quiet" label={`Remove ${which}`} onPress={() => removePieces(ids())}>
        {filtered ? 'Remove shown' : 'Remove all'}
      </Button>
    </>
  );
}
