/** What is being recorded, as a score for the roll. */
import { useMemo } from 'react';
import { useAppState } from '../../app/context';
import { RECORDER_PPQ, showsRecorder } from '../../app/live/liveState';
import { ticksPerBar } from '../../music/time';
import { t } from '../../texts/t';
import type { StageScore } from './emptyScore';

/** Identity of the recording for the roll, which keeps its view while notes come. */
const RECORDED = 'recorded';

/** Bars that are shown before they are played. */
const BARS = 4;

export interface RecordedScore extends StageScore {
  /** Ticks. */
  expectedEnd: number;
}

/** @returns undefined while nothing is recorded */
export function useRecordedScore(): RecordedScore | undefined {
  const recorder = useAppState(({ keys }) => (showsRecorder(keys) ? keys.recorder : undefined));
  const notes = recorder?.notes;
  const settings = recorder?.settings;
  return useMemo(() => {
    if (!notes || !settings) return undefined;
    const signature = { tick: 0, ...settings.meter };
    const last = notes.at(-1);
    const bar = ticksPerBar(signature, RECORDER_PPQ);
    const bars = Math.floor((last ? last.tick + last.duration : 0) / bar) + 1;
    return {
      id: RECORDED,
      title: t('live.rollTitle'),
      notes,
      ppq: RECORDER_PPQ,
      tempos: [{ tick: 0, microsecondsPerQuarter: 60e6 / settings.tempo }],
      timeSignatures: [signature],
      keys: [],
      expectedEnd: bar * Math.max(BARS, bars + 1),
    };
  }, [notes, settings]);
}
