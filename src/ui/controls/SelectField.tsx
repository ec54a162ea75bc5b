/** A labelled native select. */
import { type ReactNode, useId } from 'react';
import styles from './Field.module.css';

interface SelectFieldProps<V extends string> {
  label: string;
  value: V;
  options: readonly { value: V; text: string }[];
  disabled?: boolean;
  onChange(value: V): void;
}

export function SelectField<V extends string>(props: SelectFieldProps<V>): ReactNode {
  const id = useId();
  function choose(chosen: string): void {
    const option = props.options.find(({ value }) => value === chosen);
    if (option) props.onChange(option.value);
  }
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {props.label}
      </label>
      <select
        id={id}
        className={styles.input}
        value={props.value}
        disabled={props.disabled}
        onChange={(event) => choose(event.target.value)}
      >
        {props.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </div>
  );
}
