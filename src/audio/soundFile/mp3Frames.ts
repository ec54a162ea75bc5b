/** The frames of an MP3 stream (ISO/IEC 11172-3, section 2.4.1; layer III, MPEG-1 only). */

/** Samples of each channel in a frame. */
export const FRAME_SAMPLES = 1152;
/** Kilobits a second by the index in a frame's header. */
const BIT_RATES = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const SAMPLE_RATES = [44_100, 48_000, 32_000];

/** Length of the frame whose header stands at `at`, in bytes; 0 where no header stands there. */
export function frameLength(bytes: Uint8Array, at: number): number {
  // Synchronisation, MPEG-1, layer III, with or without a checksum.
  if (bytes[at] !== 0xff || (bytes[at + 1] & 0xfe) !== 0xfa) return 0;
  const bitRate = BIT_RATES[bytes[at + 2] >>> 4];
  const sampleRate = SAMPLE_RATES[(bytes[at + 2] >>> 2) & 3];
  if (!bitRate || !sampleRate) return 0;
  const padding = (bytes[at + 2] >>> 1) & 1;
  return Math.floor((FRAME_SAMPLES / 8) * ((bitRate * 1000) / sampleRate)) + padding;
}

/** Where each frame of a stream begins, in bytes. */
export function frameStarts(stream: Uint8Array): number[] {
  const starts: number[] = [];
  for (let at = 0; at + 4 <= stream.length; ) {
    const length = frameLength(stream, at);
    if (length === 0) break;
    starts.push(at);
    at += length;
  }
  return starts;
}
