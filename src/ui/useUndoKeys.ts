/** Ctrl+Z or Cmd+Z brings back what was removed or replaced last, except while text is edited. */
import { useEffect } from 'react';
import { useActions, useAppServices } from '../app/context';

/** Fields in which the browser undoes typing. */
const editsText =
  'input:not([type="checkbox"], [type="range"], [type="file"]), textarea, [contenteditable]';

export function useUndoKeys(): void {
  const { store } = useAppServices();
  const { undo } = useActions();

  useEffect(() => {
    function press(event: KeyboardEvent): void {
      const { target } = event;
      if (event.defaultPrevented || event.repeat || event.shiftKey || event.altKey) return;
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return;
      if (target instanceof Element && target.closest(editsText)) return;
      if (store.getState().undoable.length === 0) return;
      event.preventDefault();
      undo();
    }
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [store, undo]);
}
