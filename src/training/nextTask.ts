/**
 * Yields to other messages between two steps. Timers and animation frames are throttled in hidden
 * tabs; a message to the same thread is not.
 */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
