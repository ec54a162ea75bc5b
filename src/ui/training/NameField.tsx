/** A name being edited in its place: Enter or leaving the field applies it, Escape does not. */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import field from '../controls/Field.module.css';

const LONGEST = 80;

interface NameFieldProps {
  label: string;
  value: string;
  /** Called once, with the new name or the old one. */
  onDone(name: string): void;
}

export function NameField({ label, value, onDone }: NameFieldProps): ReactNode {
  const [text, setText] = useState(value);
  const input = useRef<HTMLInputElement>(null);
  const done = useRef(false);

  useEffect(() => input.current?.select(), []);

  function finish(name: string): void {
    if (done.current) return;
    done.current = true;
    onDone(name.trim() || value);
  }

  return (
    <input
      ref={input}
      className={field.input}
      aria-label={label}
      maxLength={LONGEST}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => finish(text)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') finish(text);
        if (event.key === 'Escape') finish(value);
      }}
    />
  );
}
