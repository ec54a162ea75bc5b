/** Waking an audio context, and what iPhones need for it to be heard. */

declare global {
  interface Navigator {
    /** W3C, Audio Session; Safari alone has it. */
    readonly audioSession?: { type: string };
  }
}

/**
 * Longest wait, milliseconds. While a call has the sound, a context stays stopped, and some browsers
 * never settle the request.
 */
const PATIENCE = 5000;

/** Call it inside a press. @returns whether the context runs; it never rejects */
export async function resume(context: AudioContext, patience = PATIENCE): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, patience);
  });
  await Promise.race([context.resume().catch(() => undefined), limit]);
  clearTimeout(timer);
  return context.state === 'running';
}

/** The ring switch of an iPhone silences web audio unless the page says that it plays music. */
export function soundInSilentMode(): void {
  if (navigator.audioSession) navigator.audioSession.type = 'playback';
}
