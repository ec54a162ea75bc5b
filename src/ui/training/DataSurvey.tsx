/** What training sees: the split in figures, and the most common notes as bars. */
import type { ReactNode } from 'react';
import { useAppState } from '../../app/context';
import { formatCount } from '../../lib/counts';
import { Disclosure } from '../controls/Disclosure';
import tables from '../controls/Table.module.css';
import styles from './DataSurvey.module.css';
import { NoteBars } from './NoteBars';

const splitRows = [
  { key: 'pieces', title: 'Pieces' },
  { key: 'sequences', title: 'Sequences' },
  { key: 'notes', title: 'Notes' },
] as const;

export function DataSurvey(): ReactNode {
  const statistics = useAppState((state) => state.statistics);
  return (
    <Disclosure
      title="The data"
      aside={statistics && `${formatCount(statistics.notes.training)} notes to learn from`}
      openAtFirst
    >
      {statistics ? (
        <div className={styles.data}>
          <table className={tables.table} aria-label="Data split">
            <thead>
              <tr>
                <td />
                <th scope="col" className={tables.number}>
                  Training
                </th>
                <th scope="col" className={tables.number}>
                  Validation
                </th>
              </tr>
            </thead>
            <tbody>
              {splitRows.map(({ key, title }) => (
                <tr key={key}>
                  <th scope="row">{title}</th>
                  <td className={tables.number}>{formatCount(statistics[key].training)}</td>
                  <td className={tables.number}>{formatCount(statistics[key].validation)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <NoteBars notes={statistics.commonNotes} />
        </div>
      ) : (
        <p className={tables.none}>Counted once there are pieces.</p>
      )}
    </Disclosure>
  );
}
