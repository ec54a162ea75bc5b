/** A labelled input for a number, typed as the person's language writes it, that keeps what is typed and applies only what is valid. */
import { type ReactNode, useId, useState } from 'react';
import styles from './Field.module.css';
import { type NumberRule, type ReadNumber, readNumber } from './numberRule';

interface NumberFieldProps {
  label: string;
  value: number;
  rule: NumberRule;
  disabled?: boolean;
  /** Id of the element in which the panel shows this field's problem. */
  problemId: string;
  /** Something beside the input, inside the field. */
  children?: ReactNode;
  onChange(value: number): void;
  /** Called with a sentence while what is typed is not applied, and with nothing when it is. */
  onProblem(problem: string | undefined): void;
}

export function NumberField(props: NumberFieldProps): ReactNode {
  const { label, value, rule } = props;
  const id = useId();
  const [text, setText] = useState(String(value));
  const [shownValue, setShownValue] = useState(value);
  // The value changed elsewhere (a preset was chosen): what was typed no longer stands for it.
  if (value !== shownValue) {
    setShownValue(value);
    const held = readNumber(text, rule);
    if (held.kind !== 'valid' || held.value !== value) setText(String(value));
  }
  const typed = readNumber(text, rule);
  const problem = describe(typed);

  function describe(read: ReadNumber): string | undefined {
    if (read.kind === 'valid') return undefined;
    return `${label} ${read.must}. Still using ${value}.`;
  }

  function type(newText: string): void {
    setText(newText);
    const read = readNumber(newText, rule);
    if (read.kind === 'valid') {
      props.onProblem(undefined);
      setShownValue(read.value);
      props.onChange(read.value);
    } else {
      props.onProblem(describe(read));
    }
  }

  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <div className={styles.row}>
        <input
          id={id}
          className={styles.input}
          type="text"
          role="spinbutton"
          inputMode={rule.whole ? 'numeric' : 'decimal'}
          autoComplete="off"
          aria-valuemin={rule.minimum}
          aria-valuemax={rule.maximum}
          aria-valuenow={value}
          value={text}
          disabled={props.disabled}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? props.problemId : undefined}
          onChange={(event) => type(event.target.value)}
        />
        {props.children}
      </div>
    </div>
  );
}
