/** Messages between the page and the worker that encodes a sound file. */
import type { Language } from '../../texts/language';
import type { SoundFileSettings, SoundFormat } from './encoder';

export type EncoderRequest =
  /** Errors are told in this language. */
  | { kind: 'open'; format: SoundFormat; settings: SoundFileSettings; language: Language }
  | { kind: 'add'; left: Float32Array<ArrayBuffer>; right: Float32Array<ArrayBuffer> }
  | { kind: 'finish' };

/** Each request has one answer, in the same order. */
export type EncoderAnswer =
  | { kind: 'done' }
  | { kind: 'file'; file: Blob }
  | { kind: 'failed'; reason: string };
