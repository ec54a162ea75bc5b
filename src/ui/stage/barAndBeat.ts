/** Where the playhead stands, as musicians count it. */
import type { TimeSignature } from '../../music/song';
import { ticksPerBar, ticksPerBeat } from '../../music/time';

/** Bar and beat, both from 1, by the time signature in force at `tick`. */
export function barAndBeat(
  tick: number,
  signatures: readonly TimeSignature[],
  ppq: number,
): { bar: number; beat: number } {
  let bars = 0;
  for (const [i, signature] of signatures.entries()) {
    const perBar = ticksPerBar(signature, ppq);
    const next = signatures[i + 1];
    if (next && tick >= next.tick) {
      // A signature always begins a bar, even where it cuts the one before short.
      bars += Math.ceil((next.tick - signature.tick) / perBar);
      continue;
    }
    const into = Math.max(0, tick - signature.tick);
    const bar = Math.floor(into / perBar);
    const beat = Math.floor((into - bar * perBar) / ticksPerBeat(signature, ppq));
    return { bar: bars + bar + 1, beat: beat + 1 };
  }
  return { bar: 1, beat: 1 };
}
