/** Keyboard focus in a row of buttons that are disabled or replaced by others. */
import { type FocusEvent, type RefObject, useEffect, useRef } from 'react';

interface KeptFocus<Row extends HTMLElement> {
  /** For the row. */
  row: RefObject<Row | null>;
  focusHandlers: {
    onFocus(): void;
    onBlur(event: FocusEvent): void;
  };
}

/**
 * Moves the focus to the row's first enabled button where the focused one is disabled or gone.
 * @param state changes when the buttons do
 * @param candidates selector of the buttons that may take the focus
 */
export function useKeptFocus<Row extends HTMLElement = HTMLDivElement>(
  state: unknown,
  candidates = 'button:enabled',
): KeptFocus<Row> {
  const row = useRef<Row>(null);
  const inside = useRef(false);
  const before = useRef(state);
  useEffect(() => {
    if (before.current === state) return;
    before.current = state;
    if (!inside.current || !isLost(document.activeElement)) return;
    row.current?.querySelector<HTMLButtonElement>(candidates)?.focus();
  }, [state, candidates]);
  // A press elsewhere gives the row up, also where nothing takes the focus.
  useEffect(() => {
    const press = ({ target }: PointerEvent): void => {
      if (target instanceof Node && !row.current?.contains(target)) inside.current = false;
    };
    window.addEventListener('pointerdown', press);
    return () => window.removeEventListener('pointerdown', press);
  }, []);
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

/** Browsers leave the focus on a disabled button for a moment, and then give it to the body. */
function isLost(focused: Element | null): boolean {
  return focused === document.body || (focused?.matches(':disabled') ?? true);
}
