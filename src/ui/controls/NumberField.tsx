/**
 * A labelled input for a number, typed as the person's language writes it. A valid number is applied as it is typed; an invalid one is
 * replaced by the nearest valid one when the field is left, with a message under the field.
 */
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { clamp } from '../../lib/clamp';
import { t } from '../../texts/t';
import styles from './Field.module.css';
import { typedNumber } from './localNumber';
import { type NumberRule, plain, readNumber, snapNumber } from './numberRule';

interface NumberFieldProps {
  label: string;
  value: number;
  rule: NumberRule;
  disabled?: boolean;
  /** Something beside the input, inside the field. */
  children?: ReactNode;
  onChange(value: number): void;
}

export function NumberField(props: NumberFieldProps): ReactNode {
  const { label, value, rule } = props;
  const id = useId();
  const problemId = `${id}-problem`;
  const [text, setText] = useState(typedNumber(value));
  const [shownValue, setShownValue] = useState(value);
  /** What happened to an invalid number. */
  const [snapped, setSnapped] = useState('');
  // The value changed elsewhere (a preset was chosen): what was typed no longer stands for it.
  if (value !== shownValue) {
    setShownValue(value);
    setSnapped('');
    const held = readNumber(text, rule);
    if (held.kind !== 'valid' || held.value !== value) setText(typedNumber(value));
  }
  const typed = readNumber(text, rule);
  const problem =
    typed.kind === 'valid'
      ? snapped
      : t('controls.stillUsing', { label, must: typed.must, value: plain(value) });

  function apply(newValue: number): void {
    setShownValue(newValue);
    props.onChange(newValue);
  }

  function type(newText: string): void {
    setText(newText);
    setSnapped('');
    const read = readNumber(newText, rule);
    if (read.kind === 'valid') apply(read.value);
  }

  function leave(): void {
    if (typed.kind === 'valid') return;
    const { value: nearest, why } = snapNumber(text, rule, value);
    setText(typedNumber(nearest));
    setSnapped(t('controls.used', { label, why, value: plain(nearest) }));
    if (nearest !== value) apply(nearest);
  }

  /** The arrow keys, as in a number input; fractions have no natural step. */
  function stepBy(event: KeyboardEvent, change: number): void {
    if (!rule.whole) return;
    event.preventDefault();
    type(typedNumber(clamp(value + change, rule.minimum, rule.maximum)));
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
          aria-invalid={typed.kind === 'invalid' ? true : undefined}
          aria-describedby={problem ? problemId : undefined}
          onChange={(event) => type(event.target.value)}
          onBlur={leave}
          onKeyDown={(event: KeyboardEvent) => {
            if (event.key === 'Enter') leave();
            else if (event.key === 'ArrowUp') stepBy(event, 1);
            else if (event.key === 'ArrowDown') stepBy(event, -1);
          }}
        />
        {props.children}
      </div>
      <p id={problemId} className={styles.problem} aria-live="polite">
        {problem}
      </p>
    </div>
  );
}
