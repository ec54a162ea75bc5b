/** Keyboard focus in a row of buttons that are replaced by others. */
import { type FocusEvent, type RefObject, useEffect, useRef } from 'react';

interface KeptFocus {
  /** For the row. */
  row: RefObject<HTMLDivElement | null>;
  focusHandlers: {
    onFocus(): void;
    onBlur(event: FocusEvent): void;
  };
}

/**
 * Moves the focus to the row's first enabled button where the focused one has been replaced.
 * @param state changes when the buttons do
 */
export function useKeptFocus(state: unknown): KeptFocus {
  const row = useRef<HTMLDivElement>(null);
  const inside = useRef(false);
  const before = useRef(state);
  useEffect(() => {
    if (before.current === state) return;
    before.current = state;
    if (!inside.current || document.activeElement !== document.body) return;
    row.current?.querySelector<HTMLButtonElement>('button:enabled')?.focus();
  }, [state]);
  return {
    row,
    focusHandlers: {
      onFocus: () => {
        inside.current = true;
      },
      // A button that is taken away loses the focus to nothing.
      onBlur: ({ relatedTarget }) => {
        if (relatedTarget) inside.current = false;
      },
    },
  };
}
