/** Keys of the transport, active unless the focused control takes keys itself. */
import { useEffect } from 'react';
import { useActions, useAppServices } from '../../app/context';
import { showsRecorder } from '../../app/live/liveState';

const takesKeys = 'input, textarea, select, button, a, summary, [contenteditable], [role="dialog"]';

export function useTransportKeys(): void {
  const { store } = useAppServices();
  const { play, pause, seek, stopRecording } = useActions();

  useEffect(() => {
    function press(event: KeyboardEvent): void {
      const { target } = event;
      if (event.defaultPrevented || event.repeat) return;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (target instanceof Element && target.closest(takesKeys)) return;
      if (event.key === ' ') {
        event.preventDefault();
        const { keys, transport } = store.getState();
        if (showsRecorder(keys)) stopRecording();
        else if (transport.playing) pause();
        else if (store.getState().shown.kind !== 'nothing') void play();
      } else if (event.key === 'Home') {
        event.preventDefault();
        seek(0);
      }
    }
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [store, play, pause, seek, stopRecording]);
}
