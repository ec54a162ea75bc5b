/** The division word of a MIDI header: how long a tick is. */
import { t } from '../../texts/t';
import { DEFAULT_MICROSECONDS_PER_QUARTER } from '../song';

export interface Division {
  /** Ticks per quarter note, 1..32767. */
  ppq: number;
  /**
   * SMPTE time counts fractions of a second, and tempo marks mean nothing in it: this tempo makes
   * a tick as long as the file wants it. Null where the file counts in quarter notes.
   */
  fixedTempo: number | null;
  /** What was put right, or null. */
  repairs: string | null;
}

const USUAL_PPQ = 480;
/** Frames a second of SMPTE time. */
const FRAME_RATES: readonly number[] = [24, 25, 29, 30];

/** Standard MIDI Files 1.0, "Header Chunks". */
export function readDivision(word: number): Division {
  if (word < 0x8000) {
    if (word > 0) return { ppq: word, fixedTempo: null, repairs: null };
    return unknownDivision(t('midi.noBeatLength'));
  }
  const frames = 256 - (word >> 8);
  const ticksPerFrame = word & 0xff;
  if (!FRAME_RATES.includes(frames)) return unknownDivision(t('midi.noBeatLength'));
  if (ticksPerFrame === 0) {
    return unknownDivision(t('midi.noFrameTicks'));
  }
  // 29 stands for the 29.97 frames a second of drop-frame time code.
  const framesPerSecond = frames === 29 ? 30_000 / 1001 : frames;
  const ticksPerSecond = framesPerSecond * ticksPerFrame;
  const ppq = Math.max(1, Math.round((ticksPerSecond * DEFAULT_MICROSECONDS_PER_QUARTER) / 1e6));
  const fixedTempo = Math.round((ppq / ticksPerSecond) * 1e6);
  return { ppq, fixedTempo, repairs: t('midi.filmFrames') };
}

function unknownDivision(repairs: string): Division {
  return { ppq: USUAL_PPQ, fixedTempo: null, repairs };
}
