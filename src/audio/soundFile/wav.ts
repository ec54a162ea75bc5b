/**
 * WAV files: RIFF with PCM of 16 bits in stereo (Microsoft, "Multimedia Programming Interface and
 * Data Specifications 1.0", 1991).
 */
import { Random } from '../../music/random';
import { t } from '../../texts/t';
import { Ditherer } from './dither';
import { MADE_WITH, MEDIA_TYPES, type SoundFileEncoder, type SoundFileSettings } from './encoder';

const CHANNELS = 2;
const FRAME_BYTES = 4;
const PCM = 1;
/** Sizes are numbers of 32 bits. */
const LARGEST = 2 ** 32 - 1;

export function wavEncoder({ title, sampleRate }: SoundFileSettings): SoundFileEncoder {
  const ditherer = new Ditherer(Random.fromSeed(1));
  const parts: Blob[] = [];
  let size = 0;
  return {
    add: (left, right) => {
      // Blobs rather than arrays: a browser may keep them outside its memory.
      const part = new Blob([ditherer.convert(left, right)]);
      parts.push(part);
      size += part.size;
    },
    finish: () => {
      const head = wavHead(title, sampleRate, size);
      return new Blob([head, ...parts], { type: MEDIA_TYPES.wav });
    },
  };
}

/**
 * Everything before the samples: format, tags, and the head of the data.
 * @param size bytes of the samples
 */
export function wavHead(title: string, sampleRate: number, size: number): Uint8Array<ArrayBuffer> {
  const format = new DataView(new ArrayBuffer(16));
  format.setUint16(0, PCM, true);
  format.setUint16(2, CHANNELS, true);
  format.setUint32(4, sampleRate, true);
  format.setUint32(8, sampleRate * FRAME_BYTES, true);
  format.setUint16(12, FRAME_BYTES, true);
  format.setUint16(14, 16, true);
  const tags = [
    ...text('INFO'),
    ...chunk('INAM', zeroEnded(title)),
    ...chunk('ICMT', zeroEnded(MADE_WITH)),
    ...chunk('ISFT', zeroEnded('Etude')),
  ];
  const chunks = [
    ...text('WAVE'),
    ...chunk('fmt ', new Uint8Array(format.buffer)),
    ...chunk('LIST', tags),
  ];
  const whole = chunks.length + 8 + size;
  if (whole > LARGEST) throw new Error(t('playback.tooLongForWav'));
  return Uint8Array.from([
    ...text('RIFF'),
    ...uint32(whole),
    ...chunks,
    ...text('data'),
    ...uint32(size),
  ]);
}

/** Chunks begin at even places. */
function chunk(id: string, content: Iterable<number>): number[] {
  const bytes = [...content];
  const padding = bytes.length % 2 === 1 ? [0] : [];
  return [...text(id), ...uint32(bytes.length), ...bytes, ...padding];
}

function text(value: string): Uint8Array {
  return new TextEncoder().encode(value);
}

function zeroEnded(value: string): Uint8Array {
  return text(`${value}\0`);
}

function uint32(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value, true);
  return bytes;
}
