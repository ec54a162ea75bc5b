/** Bytes of a score as text, and which kind of score it is. */
import { hasTune } from './abc/abcBook';

export type ScoreKind = 'partwise' | 'timewise' | 'abc';

/** Characters looked at: a long licence may precede the root element. */
const LOOK_AT = 16_384;

/** By the first bytes; undefined for everything else. */
export function scoreKind(bytes: Uint8Array): ScoreKind | undefined {
  const start = scoreText(bytes.subarray(0, LOOK_AT));
  const root = /<score-(partwise|timewise)[\s>]/.exec(start)?.[1];
  if (root === 'partwise' || root === 'timewise') return root;
  return !/^\s*</.test(start) && hasTune(start) ? 'abc' : undefined;
}

/** By the byte order mark or the XML declaration, else UTF-8 if it is that, else Latin-1. */
export function scoreText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes[0] === 0x3c && bytes[1] === 0) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0 && bytes[1] === 0x3c) return new TextDecoder('utf-16be').decode(bytes);
  const utf8 = new TextDecoder('utf-8').decode(bytes);
  // A character cut at the end of a beginning is no sign of another encoding.
  return utf8.slice(0, -3).includes('\ufffd')
    ? new TextDecoder('windows-1252').decode(bytes)
    : utf8;
}
