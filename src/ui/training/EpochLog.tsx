/** The table "Epoch log": the loss curve as text, one row a finished epoch, newest in sight. */
import { memo, type ReactNode, useEffect, useRef, useState } from 'react';
import { useAppState } from '../../app/context';
import { t } from '../../texts/t';
import type { EpochRecord } from '../../training/checkpoint';
import { Button } from '../controls/Button';
import { Disclosure } from '../controls/Disclosure';
import tables from '../controls/Table.module.css';
import { formatLoss } from '../format';

/** Rows drawn at first; the earlier ones follow on request. */
const LATEST = 500;

export function EpochLog(): ReactNode {
  const epochs = useAppState((state) => state.training.epochs);
  const scroller = useRef<HTMLDivElement>(null);
  const [whole, setWhole] = useState(false);
  const rows = epochs.length;
  const earlier = whole ? 0 : Math.max(0, rows - LATEST);

  useEffect(() => {
    if (rows > 0 && scroller.current) scroller.current.scrollTop = scroller.current.scrollHeight;
  }, [rows]);

  const best = epochs.reduce(
    (least, { validationLoss }) => Math.min(least, validationLoss ?? Infinity),
    Infinity,
  );
  return (
    <Disclosure
      title={t('training.epochLog')}
      aside={Number.isFinite(best) && t('training.bestValidation', { loss: formatLoss(best) })}
      openAtFirst
    >
      <section
        className={tables.scroll}
        ref={scroller}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keyboard too.
        tabIndex={0}
        aria-label={t('training.epochLog')}
      >
        {earlier > 0 && (
          <Button look="quiet" onPress={() => setWhole(true)}>
            {t('training.earlierEpochs', { count: earlier })}
          </Button>
        )}
        <table className={tables.table} aria-label={t('training.epochLog')}>
          <thead>
            <tr>
              <th scope="col">{t('training.epoch')}</th>
              <th scope="col" className={tables.number}>
                {t('training.trainingLoss')}
              </th>
              <th scope="col" className={tables.number}>
                {t('training.validationLoss')}
              </th>
            </tr>
          </thead>
          <tbody>
            {epochs.slice(earlier).map((record) => (
              <EpochRow
                key={record.epoch}
                record={record}
                isBest={record.validationLoss === best}
              />
            ))}
          </tbody>
        </table>
        {rows === 0 && <p className={tables.none}>{t('training.noEpochs')}</p>}
      </section>
    </Disclosure>
  );
}

/** Drawn once: a run of a few notes writes dozens of rows a second, below thousands of others. */
const EpochRow = memo(function EpochRow({
  record: { epoch, trainingLoss, validationLoss },
  isBest,
}: {
  record: EpochRecord;
  isBest: boolean;
}): ReactNode {
  return (
    <tr data-best={isBest}>
      <td>{epoch}</td>
      <td className={tables.number}>{formatLoss(trainingLoss)}</td>
      <td className={tables.number}>
        {validationLoss === undefined ? '–' : formatLoss(validationLoss)}
      </td>
    </tr>
  );
});
