/** Musical time: ticks to beats, bars and seconds by a song's tempo map and time signatures. */
import { DEFAULT_MICROSECONDS_PER_QUARTER, type TempoChange, type TimeSignature } from './song';

/** Ticks in one bar of the signature. */
export function ticksPerBar(signature: TimeSignature, ppq: number): number {
  return (signature.numerator * ppq * 4) / signature.denominator;
}

/** Ticks in one notated beat (the denominator's note value) of the signature. */
export function ticksPerBeat(signature: TimeSignature, ppq: number): number {
  return (ppq * 4) / signature.denominator;
}

/**
 * Seconds from the start of the song to `tick`.
 * @param tempos ordered, first entry at tick 0
 */
export function tickToSeconds(tick: number, tempos: readonly TempoChange[], ppq: number): number {
  let seconds = 0;
  let from = 0;
  let perQuarter = DEFAULT_MICROSECONDS_PER_QUARTER;
  for (const tempo of tempos) {
    if (tempo.tick >= tick) break;
    seconds += ((tempo.tick - from) * perQuarter) / ppq / 1e6;
    from = tempo.tick;
    perQuarter = tempo.microsecondsPerQuarter;
  }
  return seconds + ((tick - from) * perQuarter) / ppq / 1e6;
}

/** The tick (not rounded) that sounds `seconds` after the start; the inverse of `tickToSeconds`. */
export function secondsToTick(
  seconds: number,
  tempos: readonly TempoChange[],
  ppq: number,
): number {
  let elapsed = 0;
  let from = 0;
  let perQuarter = DEFAULT_MICROSECONDS_PER_QUARTER;
  for (const tempo of tempos) {
    const at = elapsed + ((tempo.tick - from) * perQuarter) / ppq / 1e6;
    if (at >= seconds) break;
    elapsed = at;
    from = tempo.tick;
    perQuarter = tempo.microsecondsPerQuarter;
  }
  return from + ((seconds - elapsed) * 1e6 * ppq) / perQuarter;
}

/**
 * The bar line at or before `tick`.
 * @param signatures ordered, first entry at tick 0
 */
export function barLineBefore(
  tick: number,
  signatures: readonly TimeSignature[],
  ppq: number,
): number {
  const signature = signatures.findLast((entry) => entry.tick <= tick);
  if (!signature) return 0;
  const bar = ticksPerBar(signature, ppq);
  return signature.tick + Math.floor((tick - signature.tick) / bar) * bar;
}

/** The number of bars from the start to `tick`, counted by the time signatures, rounded up. */
export function countBars(tick: number, signatures: readonly TimeSignature[], ppq: number): number {
  let bars = 0;
  signatures.forEach((signature, i) => {
    const end = Math.min(signatures[i + 1]?.tick ?? tick, tick);
    if (end > signature.tick)
      bars += Math.ceil((end - signature.tick) / ticksPerBar(signature, ppq));
  });
  return bars;
}
