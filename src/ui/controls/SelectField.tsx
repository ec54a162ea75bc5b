/** A labelled native select. */
import { type ReactNode, useId } from 'react';
import styles from './Field.module.css';

export interface SelectOption<V extends string> {
  value: V;
  text: string;
  /** Options of one group stand one after the other. */
  group?: string;
  disabled?: boolean;
}

interface SelectFieldProps<V extends string> {
  label: string;
  value: V;
  options: readonly SelectOption<V>[];
  disabled?: boolean;
  describedBy?: string;
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
        aria-describedby={props.describedBy}
        onChange={(event) => choose(event.target.value)}
      >
        {runs(props.options).map(({ group, options }) =>
          group === undefined ? (
            options.map(optionElement)
          ) : (
            <optgroup key={group} label={group}>
              {options.map(optionElement)}
            </optgroup>
          ),
        )}
      </select>
    </div>
  );
}

function optionElement({ value, text, disabled }: SelectOption<string>): ReactNode {
  return (
    <option key={value} value={value} disabled={disabled}>
      {text}
    </option>
  );
}

interface OptionRun {
  group: string | undefined;
  options: SelectOption<string>[];
}

function runs(options: readonly SelectOption<string>[]): OptionRun[] {
  const found: OptionRun[] = [];
  for (const option of options) {
    const last = found.at(-1);
    if (last && last.group === option.group) last.options.push(option);
    else found.push({ group: option.group, options: [option] });
  }
  return found;
}
