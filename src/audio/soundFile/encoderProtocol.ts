/** Messages between the page and the worker that encodes a sound file. */
import type { SoundFileSettings, SoundFormat } from './encoder';

export type EncoderRequest =
  | { kind: 'open'; format: SoundFormat; settings: SoundFileSettings }
  | { kind: 'add'; left: Float32Array<ArrayBuffer>; right: Float32Array<ArrayBuffer> }
  | { kind: 'finish' };

/** Each request has one answer, in the same order. */
export type EncoderAnswer =
  | { kind: 'done' }
  | { kind: 'file'; file: Blob }
  | { kind: 'failed'; reason: string };
