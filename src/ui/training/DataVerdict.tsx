/** The verdict on the data's size, in one line above the button that would train on it. */
import { CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useAppState } from '../../app/context';
import styles from './DataVerdict.module.css';
import { judgeDataSize } from './verdict';

export function DataVerdict(): ReactNode {
  const statistics = useAppState((state) => state.statistics);
  const judged = statistics && judgeDataSize(statistics);
  if (!judged) return null;
  const { kind, text } = judged;
  return (
    <p className={styles.verdict} data-kind={kind}>
      {kind === 'poor' && <TriangleAlert size={15} aria-hidden />}
      {kind === 'good' && <CircleCheck size={15} aria-hidden />}
      {kind === 'fair' && <Info size={15} aria-hidden />}
      <span>{text}</span>
    </p>
  );
}
