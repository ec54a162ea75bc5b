/**
 * A take as text for the part of an address behind `#`, which browsers send to nobody: JSON in
 * columns of differences, deflated, in base64url, behind the number of the format.
 */
import { deflateSync, inflateSync } from 'fflate';
import * as v from 'valibot';
import { clamp } from '../../lib/clamp';
import type { Note } from '../../music/song';
import { t } from '../../texts/t';
import type { Take } from '../compose/take';
import { type LinkedTake, packedTake } from './takeLinkSchema';

/** A link may be this long, in characters; messengers and mail programs cut longer ones. */
export const LONGEST_LINK = 8000;
/** What is read is no longer than this, in characters. */
const LONGEST_READ = 4 * LONGEST_LINK;
/** Bytes of JSON that a link may unfold to. */
const LARGEST_JSON = 1 << 20;
const VERSION = '1';

export class LinkError extends Error {}

/** @returns the text; undefined where it would be longer than `LONGEST_LINK` */
export function packTake(take: LinkedTake): string | undefined {
  const json = new TextEncoder().encode(JSON.stringify(toColumns(take)));
  if (json.length > LARGEST_JSON) return undefined;
  const text = `${VERSION}.${toBase64Url(deflateSync(json, { level: 9 }))}`;
  return text.length <= LONGEST_LINK ? text : undefined;
}

/** @throws LinkError with a sentence for the person, whatever the text is */
export function unpackTake(text: string): LinkedTake {
  const [version, content, ...rest] = text.split('.');
  if (version !== VERSION && /^\d{1,4}$/.test(version))
    throw new LinkError(t('links.otherVersion'));
  if (version !== VERSION || !content || rest.length > 0 || text.length > LONGEST_READ) {
    throw new LinkError(t('links.unreadable'));
  }
  try {
    // A buffer of fixed size: what unfolds to more is cut off, and is then no JSON.
    const json = inflateSync(fromBase64Url(content), { out: new Uint8Array(LARGEST_JSON) });
    return fromColumns(v.parse(packedTake, JSON.parse(new TextDecoder().decode(json))));
  } catch {
    throw new LinkError(t('links.unreadable'));
  }
}

/** What a link keeps of a take. */
export function linkedPart(take: Take): LinkedTake {
  const { title, notes, ppq, tempos, timeSignatures, promptNotes, preset, epoch } = take;
  const { form, ...settings } = take.settings;
  return {
    ...{ title: title.slice(0, 200), notes, ppq, tempos, timeSignatures, promptNotes },
    ...{ preset, epoch },
    // The pieces of this library are not those of others.
    settings: form?.kind === 'free' ? { ...settings, form } : settings,
  };
}

type Columns = v.InferOutput<typeof packedTake>;

function toColumns(take: LinkedTake): Columns {
  const { notes, title, ppq, tempos, timeSignatures, promptNotes, preset, epoch, settings } = take;
  const unit = notes.reduce((divisor, note) => gcd(gcd(divisor, note.tick), note.duration), 0) || 1;
  return {
    title,
    ppq,
    tempos: tempos.map(({ tick, microsecondsPerQuarter }) => [tick, microsecondsPerQuarter]),
    meters: timeSignatures.map(({ tick, numerator, denominator }) => [
      tick,
      numerator,
      denominator,
    ]),
    unit,
    starts: differences(notes.map(({ tick }) => tick / unit)),
    lengths: notes.map(({ duration }) => duration / unit),
    pitches: differences(notes.map(({ pitch }) => pitch)),
    velocities: differences(notes.map(({ velocity }) => velocity)),
    ...{ promptNotes, preset, epoch, settings },
  };
}

/** @throws Error where the columns contradict each other */
function fromColumns(columns: Columns): LinkedTake {
  const { starts, lengths, unit, title, ppq, preset, epoch, settings } = columns;
  const [ticks, pitches, velocities] = [starts, columns.pitches, columns.velocities].map(sums);
  if ([lengths, pitches, velocities].some(({ length }) => length !== ticks.length)) {
    throw new Error('Columns of different lengths.');
  }
  const notes = ticks.map((tick, i): Note => {
    const note = { tick: tick * unit, duration: lengths[i] * unit };
    if (!inRange(pitches[i], 0, 127) || !inRange(velocities[i], 1, 127)) {
      throw new Error('A note out of range.');
    }
    if (note.tick + note.duration > LONGEST_TAKE * ppq) throw new Error('Too long.');
    return { ...note, pitch: pitches[i], velocity: velocities[i] };
  });
  const tempos = columns.tempos.map(([tick, microsecondsPerQuarter]) => ({
    tick,
    microsecondsPerQuarter,
  }));
  const timeSignatures = columns.meters.map(([tick, numerator, denominator]) => ({
    tick,
    numerator,
    denominator,
  }));
  for (const list of [tempos, timeSignatures]) {
    if (list[0].tick !== 0 || list.some(({ tick }, i) => i > 0 && tick <= list[i - 1].tick)) {
      throw new Error('A tempo or meter out of order.');
    }
  }
  const promptNotes = clamp(columns.promptNotes, 0, notes.length);
  return { ...{ title, notes, ppq, tempos, timeSignatures, promptNotes, preset, epoch }, settings };
}

/** In quarter notes. */
const LONGEST_TAKE = 100_000;

function inRange(value: number, minimum: number, maximum: number): boolean {
  return value >= minimum && value <= maximum;
}

function differences(values: readonly number[]): number[] {
  return values.map((value, i) => value - (values[i - 1] ?? 0));
}

function sums(values: readonly number[]): number[] {
  let sum = 0;
  return values.map((value) => {
    sum += value;
    return sum;
  });
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}

function toBase64Url(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** @throws Error where the text is not base64url */
function fromBase64Url(text: string): Uint8Array {
  const letters = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
}
