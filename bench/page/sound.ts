/** Makes sound files on the page's main thread, where the app calls for them. */
import type { Score } from '../../src/audio/score';
import type { SoundFormat } from '../../src/audio/soundFile/encoder';
import { makeSoundFile } from '../../src/audio/soundFile/soundFile';

export interface SoundRun {
  milliseconds: number;
  bytes: number;
  /** Milliseconds for which the page answered nothing, at the longest; 0 for less than 50. */
  longestTask: number;
}

declare global {
  var soundFile: (format: SoundFormat, score: Score) => Promise<SoundRun>;
}

globalThis.soundFile = async (format, score) => {
  let longestTask = 0;
  const note = (entries: PerformanceEntryList): void => {
    for (const { duration } of entries) longestTask = Math.max(longestTask, duration);
  };
  const tasks = new PerformanceObserver((list) => note(list.getEntries()));
  tasks.observe({ type: 'longtask' });
  const began = performance.now();
  const { size } = await makeSoundFile(score, {
    format,
    title: 'Ten minutes',
    speed: 1,
    signal: new AbortController().signal,
    onProgress: () => {},
  });
  const milliseconds = performance.now() - began;
  note(tasks.takeRecords());
  tasks.disconnect();
  return { milliseconds, bytes: size, longestTask };
};
