/** The table "Model summary". */
import type { ReactNode } from 'react';
import { useAppState } from '../../app/context';
import { formatCount } from '../../texts/numbers';
import { t } from '../../texts/t';
import { Disclosure } from '../controls/Disclosure';
import tables from '../controls/Table.module.css';
import { formatShape } from '../format';

export function ModelSummaryTable(): ReactNode {
  const summary = useAppState((state) => state.summary);
  // Layers have no other identity than their place: two may be alike.
  const rows = summary?.layers.map((layer, place) => ({ place, ...layer })) ?? [];
  return (
    <Disclosure
      title={t('training.summary')}
      aside={summary && t('training.summaryAside', { count: summary.parameters })}
      openAtFirst
    >
      <table className={tables.table} aria-label={t('training.summary')}>
        <thead>
          <tr>
            <th scope="col">{t('training.layer')}</th>
            <th scope="col">{t('training.outputShape')}</th>
            <th scope="col" className={tables.number}>
              {t('training.parameters')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ place, layer, outputShape, parameters }) => (
            <tr key={place}>
              <th scope="row">{layer}</th>
              <td>{formatShape(outputShape)}</td>
              <td className={tables.number}>{formatCount(parameters)}</td>
            </tr>
          ))}
        </tbody>
        {summary && (
          <tfoot>
            <tr>
              <th scope="row">{t('training.total')}</th>
              <td />
              <td className={tables.number}>{formatCount(summary.parameters)}</td>
            </tr>
          </tfoot>
        )}
      </table>
    </Disclosure>
  );
}
