/** A progress bar with its figures written beneath, at a fixed height. */
import type { ReactNode } from 'react';
import { ProgressBar } from 'react-aria-components';
import styles from './Progress.module.css';

interface ProgressProps {
  /** Accessible name. */
  label: string;
  value: number;
  maximum: number;
  /** The figures in words, also read by screen readers as the value. */
  text: string;
  /** Work without a known total is under way. */
  indeterminate?: boolean;
  /** Whether the figures may take a second line; room for it is kept. */
  twoLines?: boolean;
}

export function Progress(props: ProgressProps): ReactNode {
  return (
    <ProgressBar
      className={styles.progress}
      aria-label={props.label}
      minValue={0}
      maxValue={Math.max(1, props.maximum)}
      value={Math.min(props.value, Math.max(1, props.maximum))}
      isIndeterminate={props.indeterminate}
      valueLabel={props.text}
    >
      {({ percentage }) => (
        <>
          <span className={styles.track}>
            <span
              className={props.indeterminate ? styles.sweep : styles.fill}
              style={{ '--share': (percentage ?? 0) / 100 }}
            />
          </span>
          <span
            className={`${styles.text} ${props.twoLines ? styles.twoLines : ''}`}
            title={props.text}
          >
            {props.text}
          </span>
        </>
      )}
    </ProgressBar>
  );
}
