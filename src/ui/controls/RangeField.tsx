/** A labelled native range input with its value written beside it. */
import { type ReactNode, useId } from 'react';
import { VisuallyHidden } from 'react-aria-components';
import styles from './Field.module.css';

interface RangeFieldProps {
  label: string;
  value: number;
  minimum: number;
  maximum: number;
  step: number;
  /** What is written beside the slider and read by screen readers. */
  valueText: string;
  /** In one line: icon, slider, value; the label is for screen readers alone. */
  icon?: ReactNode;
  disabled?: boolean;
  onChange(value: number): void;
}

export function RangeField(props: RangeFieldProps): ReactNode {
  const id = useId();
  const share = (props.value - props.minimum) / (props.maximum - props.minimum);
  const input = (
    <input
      id={id}
      className={styles.range}
      style={{ '--share': `${share * 100}%` }}
      type="range"
      min={props.minimum}
      max={props.maximum}
      step={props.step}
      value={props.value}
      disabled={props.disabled}
      aria-valuetext={props.valueText}
      title={props.icon ? props.label : undefined}
      onChange={(event) => props.onChange(event.target.valueAsNumber)}
    />
  );
  if (props.icon) {
    return (
      <div className={styles.inline}>
        <label className={styles.inlineIcon} htmlFor={id}>
          {props.icon}
          <VisuallyHidden>{props.label}</VisuallyHidden>
        </label>
        {input}
        <span className={styles.inlineValue}>{props.valueText}</span>
      </div>
    );
  }
  return (
    <div className={styles.field}>
      <div className={styles.labelRow}>
        <label className={styles.label} htmlFor={id}>
          {props.label}
        </label>
        <span className={styles.value}>{props.valueText}</span>
      </div>
      {input}
    </div>
  );
}
