/** The bars of the marked letter, as a band over the notes. */
import type { ReactNode } from 'react';
import styles from './FormStrip.module.css';
import { groupTicks, type RollForm } from './rollForm';

export function MarkedBars({ form, index }: { form: RollForm; index: number }): ReactNode {
  const { from, to } = groupTicks(form, index);
  return (
    <div className={styles.marked}>
      <div style={{ '--from': from, '--ticks': to - from }} />
    </div>
  );
}
