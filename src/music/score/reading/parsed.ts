/** Names for the parts of a score as `musicxml-io` returns it. */
import type { Score } from 'musicxml-io/browser';

export type ParsedScore = Score;
export type ParsedPart = Score['parts'][number];
export type ParsedMeasure = ParsedPart['measures'][number];
export type ParsedEntry = ParsedMeasure['entries'][number];
export type ParsedNote = Extract<ParsedEntry, { type: 'note' }>;
export type ParsedDirection = Extract<ParsedEntry, { type: 'direction' }>;
export type ParsedSound = Extract<ParsedEntry, { type: 'sound' }>;
export type ParsedAttributes = NonNullable<ParsedMeasure['attributes']>;

/** Why a score cannot be read, as a sentence for the person. */
export class UnreadableScore extends Error {}
