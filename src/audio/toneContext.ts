/**
 * Opens Tone.js when it is first needed: the page starts without its 250 KB, and no audio context
 * exists before a click allows it to sound.
 */
import { completeListener } from './listenerParams';
import { LOOK_AHEAD } from './lookAhead';

type Tone = typeof import('tone');

declare global {
  interface Window {
    /** Tone.js prints its version to the console unless this is set when it is imported. */
    TONE_SILENCE_LOGGING?: boolean;
  }
}

const UPDATE_INTERVAL = 0.05;

/**
 * @param context created and resumed inside the click, as some browsers require: once
 * Tone.js has loaded the click is over
 */
export async function openTone(context: AudioContext): Promise<Tone> {
  window.TONE_SILENCE_LOGGING = true;
  const tone = await import('tone');
  completeListener(context);
  const own = new tone.Context({ context, lookAhead: LOOK_AHEAD, updateInterval: UPDATE_INTERVAL });
  // Tone.js opened another context when it was imported; this closes it.
  tone.setContext(own, true);
  return tone;
}
