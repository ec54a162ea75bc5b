/**
 * The first frame of an MP3 file: it holds no sound but tells players the length of a file of
 * variable bit rate, places to jump to, and how much silence the encoder has put around the sound
 * ("Xing" header with the extension of LAME; G. Bouvigne, "MP3 Info Tag revision 1").
 */
import { FRAME_SAMPLES, frameLength, frameStarts } from './mp3Frames';

/** Samples that LAME puts before the sound. */
const ENCODER_DELAY = 576;
/** Index of 128 kbit/s in a frame's header: room for everything at every sample rate. */
const BIT_RATE_INDEX = 9;
/** Bytes of a stereo frame before its sound: header and side information. */
const SIDE_INFORMATION_END = 36;
const HAS_FRAMES_BYTES_PLACES_QUALITY = 0xf;
const PLACES = 100;
const VARIABLE_BIT_RATE = 4;

/**
 * @param stream all frames of sound, stereo
 * @param samples length of the sound that went into the encoder, per channel
 */
export function mp3Header(stream: Uint8Array, samples: number): Uint8Array<ArrayBuffer> {
  const starts = frameStarts(stream);
  const first = stream.slice(0, 4);
  // No checksum, no padding, the bit rate that makes room.
  first[1] |= 1;
  first[2] = (BIT_RATE_INDEX << 4) | (first[2] & 0x0c);
  const header = new Uint8Array(frameLength(first, 0));
  const view = new DataView(header.buffer);
  header.set(first);
  let at = SIDE_INFORMATION_END;
  const write = (bytes: ArrayLike<number>): void => {
    header.set(bytes, at);
    at += bytes.length;
  };
  const write32 = (value: number): void => {
    view.setUint32(at, value);
    at += 4;
  };
  write(ascii('Xing'));
  write32(HAS_FRAMES_BYTES_PLACES_QUALITY);
  write32(starts.length);
  write32(header.length + stream.length);
  write(placesOf(starts, stream.length));
  write32(80);
  write(ascii('LAME3.100'));
  write([VARIABLE_BIT_RATE]);
  // Low-pass filter, peak, two gains, psychoacoustics: unknown. Bit rate: variable.
  write(new Uint8Array(1 + 4 + 2 + 2 + 1 + 1));
  const padding = Math.max(0, starts.length * FRAME_SAMPLES - ENCODER_DELAY - samples);
  write(twoOfTwelveBits(ENCODER_DELAY, padding));
  // Miscellaneous, gain, preset: unknown.
  write(new Uint8Array(1 + 1 + 2));
  write32(header.length + stream.length);
  view.setUint16(at, crc16(stream));
  view.setUint16(at + 2, crc16(header.subarray(0, at + 2)));
  return header;
}

/** For each hundredth of the duration the place in the file, as a share of 256. */
function placesOf(starts: readonly number[], length: number): number[] {
  return Array.from({ length: PLACES }, (_, i) => {
    const start = starts[Math.floor((i * starts.length) / PLACES)] ?? 0;
    return Math.floor((256 * start) / Math.max(1, length));
  });
}

function twoOfTwelveBits(a: number, b: number): number[] {
  const limited = Math.min(b, 0xfff);
  return [a >>> 4, ((a & 0xf) << 4) | (limited >>> 8), limited & 0xff];
}

function ascii(text: string): number[] {
  return [...text].map((letter) => letter.charCodeAt(0));
}

const CRC_TABLE = Uint16Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xa001 : 0);
  return crc;
});

/** CRC-16/ARC. */
export function crc16(bytes: Uint8Array): number {
  let crc = 0;
  for (const byte of bytes) crc = CRC_TABLE[(crc ^ byte) & 0xff] ^ (crc >>> 8);
  return crc;
}
