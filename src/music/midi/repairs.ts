/** Warnings about repairs made while reading, as sentences, limited in number. */
import { plural } from '../../lib/counts';
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
  addWarning(sentence: string): void {
    this.keep(this.fileWarnings, sentence);
  }

  /** Adds a warning about one track. */
  addTrackWarning(sentence: string): void {
    this.keep(this.trackWarnings, sentence);
  }

  list(): string[] {
    const all = [...this.fileWarnings, ...this.trackWarnings];
    if (this.more > 0) all.push(`${plural(this.more, 'more thing')} of this kind put right.`);
    return all;
  }

  private keep(sentences: string[], sentence: string): void {
    if (sentences.length < MAX_SENTENCES) sentences.push(sentence);
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

/** Adds the warnings about one track. @param number track number, from 1 */
export function warnAboutTrack(
  warnings: Warnings,
  number: number,
  reading: TrackReading,
  repairs: TrackRepairs,
): void {
  const track = `Track ${number}`;
  if (repairs.strayBytesBefore > 0) {
    warnings.addTrackWarning(
      `${plural(repairs.strayBytesBefore, 'stray byte')} before track ${number} skipped.`,
    );
  }
  const { closedNotes } = repairs;
  const closed = `${plural(closedNotes, 'note')} ${closedNotes === 1 ? 'was' : 'were'} closed`;
  const ending = reading.brokeOff ? 'ended early' : reading.hasEndMark ? '' : 'has no end mark';
  if (ending !== '') {
    warnings.addTrackWarning(
      closedNotes > 0 ? `${track} ${ending}; ${closed} where it ends.` : `${track} ${ending}.`,
    );
  } else if (closedNotes > 0) {
    warnings.addTrackWarning(
      `${track} has notes without an end; ${closed} at the next note or the track's end.`,
    );
  }
  if (!repairs.lengthIsRight && reading.hasEndMark) {
    warnings.addTrackWarning(`${track} gives a wrong length; it was read up to its end mark.`);
  }
  if (reading.eventsAfterEnd > 0) {
    warnings.addTrackWarning(`${track} goes on behind its end mark; what follows was read too.`);
  }
  if (reading.lacksStatus) {
    warnings.addTrackWarning(
      `${track} does not say what its first event is; it was read as a note on channel 1.`,
    );
  }
  if (reading.strayBytes > 0) {
    warnings.addTrackWarning(
      `${plural(reading.strayBytes, 'stray byte')} in track ${number} skipped.`,
    );
  }
  if (reading.damagedEvents > 0) {
    warnings.addTrackWarning(
      `${plural(reading.damagedEvents, 'damaged event')} in track ${number} left out.`,
    );
  }
  if (reading.damagedVelocities > 0) {
    const notes = plural(reading.damagedVelocities, 'note');
    warnings.addTrackWarning(
      `${notes} of impossible loudness in track ${number} made half as loud.`,
    );
  }
  if (reading.damagedWaits > 0) {
    const waits = plural(reading.damagedWaits, 'impossibly long wait');
    warnings.addTrackWarning(`${waits} in track ${number} left out.`);
  }
  if (repairs.notesWithoutLength > 0) {
    const notes = plural(repairs.notesWithoutLength, 'note');
    warnings.addTrackWarning(`${notes} of no length in track ${number} made as short as possible.`);
  }
  if (repairs.damagedMarks > 0) {
    const marks = plural(repairs.damagedMarks, 'damaged tempo, time or key mark');
    warnings.addTrackWarning(`${marks} in track ${number} left out.`);
  }
  if (reading.tooLong) {
    warnings.addTrackWarning(
      `${track} lasts longer than any piece can; what comes too late was left out.`,
    );
  }
}
