/** Warnings about repairs made while reading, as sentences, limited in number. */
import { t } from '../../texts/t';
import type { TrackReading } from './events';

/**
 * More sentences than this about the file, or about its tracks, are counted and not kept: a
 * hostile file could ask for millions.
 */
export const MAX_SENTENCES = 12;

export class Warnings {
  private readonly fileWarnings: string[] = [];
  private readonly trackWarnings: string[] = [];
  private more = 0;

  /** Adds a warning about the whole file; listed before those about tracks. */
  addWarning(write: () => string): void {
    this.keep(this.fileWarnings, write);
  }

  /** Adds a warning about one track. */
  addTrackWarning(write: () => string): void {
    this.keep(this.trackWarnings, write);
  }

  list(): string[] {
    const all = [...this.fileWarnings, ...this.trackWarnings];
    if (this.more > 0) all.push(t('midi.more', { count: this.more }));
    return all;
  }

  /** A sentence that is not kept is not written either. */
  private keep(sentences: string[], write: () => string): void {
    if (sentences.length < MAX_SENTENCES) sentences.push(write());
    else this.more++;
  }
}

/** Repairs to one track that `TrackReading` does not record. */
export interface TrackRepairs {
  /** Notes without an end, whose length was guessed. */
  closedNotes: number;
  /** Notes whose end has the time of their start. */
  notesWithoutLength: number;
  /** Tempo marks, time and key signatures that make no sense. */
  damagedMarks: number;
  lengthIsRight: boolean;
  strayBytesBefore: number;
}

/** Adds the warnings about one track. @param track its number, from 1 */
export function warnAboutTrack(
  warnings: Warnings,
  track: number,
  reading: TrackReading,
  repairs: TrackRepairs,
): void {
  const { closedNotes, strayBytesBefore } = repairs;
  const warn = (isTrue: boolean, write: () => string): void => {
    if (isTrue) warnings.addTrackWarning(write);
  };
  const counted = (key: CountedKey, count: number): void =>
    warn(count > 0, () => t(key, { count, track }));
  const closed = { count: closedNotes, track };

  counted('midi.strayBytesBefore', strayBytesBefore);
  if (reading.brokeOff) {
    warn(true, () =>
      closedNotes > 0 ? t('midi.endedEarlyClosed', closed) : t('midi.endedEarly', { track }),
    );
  } else if (!reading.hasEndMark) {
    warn(true, () =>
      closedNotes > 0 ? t('midi.noEndMarkClosed', closed) : t('midi.noEndMark', { track }),
    );
  } else {
    counted('midi.notesClosed', closedNotes);
  }
  warn(!repairs.lengthIsRight && reading.hasEndMark, () => t('midi.wrongLength', { track }));
  warn(reading.eventsAfterEnd > 0, () => t('midi.afterEnd', { track }));
  warn(reading.lacksStatus, () => t('midi.lacksStatus', { track }));
  counted('midi.strayBytes', reading.strayBytes);
  counted('midi.damagedEvents', reading.damagedEvents);
  counted('midi.damagedVelocities', reading.damagedVelocities);
  counted('midi.damagedWaits', reading.damagedWaits);
  counted('midi.noLength', repairs.notesWithoutLength);
  counted('midi.damagedMarks', repairs.damagedMarks);
  warn(reading.tooLong, () => t('midi.tooLong', { track }));
}

/** Texts about a number of things in a track. */
type CountedKey =
  | 'midi.strayBytesBefore'
  | 'midi.notesClosed'
  | 'midi.strayBytes'
  | 'midi.damagedEvents'
  | 'midi.damagedVelocities'
  | 'midi.damagedWaits'
  | 'midi.noLength'
  | 'midi.damagedMarks';
