/** Includes, excludes or removes every piece that the list shows. */
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { useActions, useAppState } from '../../app/context';
import type { TextKey } from '../../texts/catalogue';
import { t } from '../../texts/t';
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

  useEffect(() => {
    // There is no attribute for the third state.
    if (box.current) box.current.indeterminate = included > 0 && included < total;
  }, [included, total]);

  if (pieces.length === 0) return <p className={styles.none}>{t('library.none')}</p>;
  if (total === 0) return <p className={styles.none}>{t('library.noneShown')}</p>;
  return (
    <>
      <label className={styles.all}>
        <input
          ref={box}
          type="checkbox"
          aria-label={
            filtered ? t('library.includeShown', { count: total }) : t('library.includeAll')
          }
          checked={included === total}
          onChange={(event) => setIncluded(ids(), event.target.checked)}
        />
        {t(includedKey({ filtered, busy }), { included, total })}
      </label>
      <Button
        look="quiet"
        label={
          filtered ? t('library.removeShownPieces', { count: total }) : t('library.removeAllPieces')
        }
        onPress={() => removePieces(ids())}
      >
        {filtered ? t('library.removeShown') : t('library.removeAll')}
      </Button>
    </>
  );
}

type IncludedKey = Extract<
  TextKey,
  `library.${'in' | 'shownIn'}Training` | `library.${'for' | 'shownFor'}NextRun`
>;

/** How many of how many pieces are used; a run under way keeps the pieces it started with. */
function includedKey({ filtered, busy }: { filtered: boolean; busy: boolean }): IncludedKey {
  if (filtered) return busy ? 'library.shownForNextRun' : 'library.shownInTraining';
  return busy ? 'library.forNextRun' : 'library.inTraining';
}
