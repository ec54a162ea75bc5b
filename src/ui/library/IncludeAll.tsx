/** Includes or excludes every piece at once, and empties the library. */
import { type ReactNode, useEffect, useRef } from 'react';
import { useActions, useAppState } from '../../app/context';
import { formatCount } from '../../lib/counts';
import { Button } from '../controls/Button';
import styles from './IncludeAll.module.css';

export function IncludeAll(): ReactNode {
  const { setAllIncluded, removeAllPieces } = useActions();
  const total = useAppState((state) => state.pieces.length);
  const included = useAppState((state) => state.pieces.filter((piece) => piece.included).length);
  const box = useRef<HTMLInputElement>(null);

  useEffect(() => {
    // There is no attribute for the third state.
    if (box.current) box.current.indeterminate = included > 0 && included < total;
  }, [included, total]);

  if (total === 0) return <p className={styles.none}>No pieces yet</p>;
  return (
    <>
      <label className={styles.all}>
        <input
          ref={box}
          type="checkbox"
          aria-label="Include all pieces"
          checked={included === total}
          onChange={(event) => setAllIncluded(event.target.checked)}
        />
        {formatCount(included)} of {formatCount(total)} in training
      </label>
      <Button look="quiet" label="Remove all pieces" onPress={removeAllPieces}>
        Remove all
      </Button>
    </>
  );
}
