/** Progress of a take while it is composed. */
import { clamp } from '../../lib/clamp';
import { presets } from '../../model/preset';
import { ticksPerBar } from '../../music/time';
import type { Take } from './take';

type GrowingTake = Pick<
  Take,
  'notes' | 'promptNotes' | 'ppq' | 'timeSignatures' | 'preset' | 'settings' | 'composing'
>;

/** @returns 0..1 of the requested length */
export function takeProgress(take: GrowingTake): number {
  const { notes, promptNotes, ppq, timeSignatures, preset, settings } = take;
  if (!take.composing) return 1;
  if (presets[preset].composing.lengthUnit === 'notes') {
    return clamp((notes.length - promptNotes) / settings.length, 0, 1);
  }
  const begun = notes[promptNotes - 1]?.tick ?? 0;
  const bars = ((notes.at(-1)?.tick ?? 0) - begun) / ticksPerBar(timeSignatures[0], ppq);
  return clamp(bars / settings.length, 0, 1);
}

/** Of several takes composed at once: the mean. */
export function batchProgress(takes: readonly GrowingTake[]): number {
  return takes.reduce((sum, take) => sum + takeProgress(take), 0) / Math.max(1, takes.length);
}

/** The tick at which a growing take is expected to end; undefined for a finished one. */
export function expectedEnd(take: GrowingTake): number | undefined {
  const { notes, promptNotes, ppq, timeSignatures, preset, settings } = take;
  if (!take.composing) return undefined;
  if (presets[preset].composing.lengthUnit === 'notes') {
    const last = notes.at(-1);
    const perNote = last ? (last.tick + last.duration) / notes.length : ppq;
    return perNote * (promptNotes + settings.length);
  }
  const perBar = ticksPerBar(timeSignatures[0], ppq);
  const opened = notes[promptNotes - 1];
  const begun = opened ? Math.floor(opened.tick / perBar) + 1 : 0;
  // The closing chord lasts one more bar.
  return (begun + settings.length + 1) * perBar;
}
