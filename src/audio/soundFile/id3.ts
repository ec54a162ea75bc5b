/** Tags of an MP3 file: ID3, version 2.3 (M. Nilsson, "ID3 tag version 2.3.0", 1999). */
import { MADE_WITH } from './encoder';

/** UTF-16 with a byte order mark, the only Unicode that this version knows. */
const UTF16 = 1;

/** The tag that stands before the sound. */
export function id3Tag(title: string): Uint8Array<ArrayBuffer> {
  const frames = [
    ...frame('TIT2', [UTF16, ...utf16(title)]),
    ...frame('TENC', [UTF16, ...utf16(MADE_WITH)]),
    ...frame('COMM', [UTF16, ...ascii('eng'), ...utf16(''), 0, 0, ...utf16(MADE_WITH)]),
  ];
  return Uint8Array.from([...ascii('ID3'), 3, 0, 0, ...sevenBits(frames.length), ...frames]);
}

function frame(id: string, content: readonly number[]): number[] {
  const size = new DataView(new ArrayBuffer(4));
  size.setUint32(0, content.length);
  return [...ascii(id), ...new Uint8Array(size.buffer), 0, 0, ...content];
}

/** The tag's size, seven bits a byte, so that no byte looks like the start of a frame of sound. */
function sevenBits(size: number): number[] {
  return [21, 14, 7, 0].map((shift) => (size >>> shift) & 0x7f);
}

function ascii(text: string): number[] {
  return [...text].map((letter) => letter.charCodeAt(0));
}

/** Little-endian. */
function utf16(text: string): number[] {
  const bytes = [0xff, 0xfe];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    bytes.push(unit & 0xff, unit >>> 8);
  }
  return bytes;
}
