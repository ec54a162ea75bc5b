/** What training sees: the split in figures, and the most common notes as bars. */
import type { ReactNode } from 'react';
import { useAppState } from '../../app/context';
import { formatCount } from '../../texts/numbers';
import { t } from '../../texts/t';
import { Disclosure } from '../controls/Disclosure';
import tables from '../controls/Table.module.css';
import { matches, PAGE_SCROLLS } from '../useMedia';
import styles from './DataSurvey.module.css';
import { NoteBars } from './NoteBars';

const splitRows = [
  { key: 'pieces', title: 'training.splitPieces' },
  { key: 'sequences', title: 'training.splitSequences' },
  { key: 'notes', title: 'training.splitNotes' },
] as const;

export function DataSurvey(): ReactNode {
  const statistics = useAppState((state) => state.statistics);
  return (
    <Disclosure
      title={t('training.data')}
      aside={statistics && t('training.notesToLearn', { count: statistics.notes.training })}
      openAtFirst={!matches(PAGE_SCROLLS)}
    >
      {statistics ? (
        <div className={styles.data}>
          <table className={tables.table} aria-label={t('training.dataSplit')}>
            <thead>
              <tr>
                <td />
                <th scope="col" className={tables.number}>
                  {t('training.trainingPart')}
                </th>
                <th scope="col" className={tables.number}>
                  {t('training.validationPart')}
                </th>
              </tr>
            </thead>
            <tbody>
              {splitRows.map(({ key, title }) => (
                <tr key={key}>
                  <th scope="row">{t(title)}</th>
                  <td className={tables.number}>{formatCount(statistics[key].training)}</td>
                  <td className={tables.number}>{formatCount(statistics[key].validation)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <NoteBars notes={statistics.commonNotes} />
        </div>
      ) : (
        <p className={tables.none}>{t('training.noData')}</p>
      )}
    </Disclosure>
  );
}
