/**
 * A tune in ABC as one text for each voice, of what matters for its sound: the parser draws voices
 * side by side, line by line, and mixes them up where one pauses.
 */
import type { AbcTune } from './abcBook';
import { standardTempo, unitLengthOf } from './abcTempo';

export interface AbcVoice {
  name: string;
  text: string;
}

interface Lines {
  properties: string;
  /** Between the number of the tune and its key. */
  header: string[];
  body: string[];
}

/** Stands for "&": what follows sounds from the beginning of the measure. */
export const OVERLAY = '&';

const VOICE = /\[V:([^[\]]*)\]/;

export function voicesOf({ header, body }: AbcTune): AbcVoice[] {
  const voices = new Map<string, Lines>();
  const shared: string[] = [];
  const unit = unitLengthOf(header);
  const switchTo = (field: string): Lines => {
    const [, id = '', more = ''] = /^\s*(\S*)(.*)$/.exec(withoutComment(field)) ?? [];
    const known = voices.get(id);
    if (known) {
      known.properties += more;
      return known;
    }
    const own: Lines = { properties: more, header: [], body: [] };
    voices.set(id, own);
    return own;
  };
  let current: Lines | undefined;
  for (const line of header) {
    if (line.startsWith('V:')) current = switchTo(line.slice(2));
    else if (isMidi(line)) (current?.header ?? shared).push(midi(line));
    else if (/^[TCLMUK]:/.test(line)) shared.push(withoutComment(line));
    else if (line.startsWith('Q:')) shared.push(`Q:${standardTempo(line.slice(2), unit)}`);
  }
  current = [...voices.values()][0];
  const first = body.findIndex((line) => line.startsWith('V:') || isMusic(line));
  /** Fields behind the key and before all voices hold for each of them. */
  const forAll = body.slice(0, Math.max(0, first));
  for (const line of body.slice(forAll.length)) {
    // [before, field, between, field, after]
    const pieces = line.startsWith('V:') ? ['', line.slice(2)] : line.split(VOICE);
    pieces.forEach((piece, i) => {
      if (i % 2 === 1) current = switchTo(piece);
      else if (piece.trim() !== '') {
        current ??= switchTo('');
        current.body.push(piece);
      }
    });
  }
  return [...voices]
    .filter(([, voice]) => voice.body.length > 0)
    .map(([id, voice], i) => {
      // Parts and titles are read once.
      const fields = i === 0 ? forAll : forAll.filter((line) => !line.startsWith('P:'));
      const own = { ...voice, body: bodyOf([...fields, ...voice.body], unit) };
      return { name: nameOf(voice) ?? id, text: textOf(shared, own, i === 0) };
    });
}

const LINE = /^([A-Za-z+]):(.*)$/;

/** Whether a line has notes: no field, and no comment. */
function isMusic(line: string): boolean {
  const [, field, text = ''] = LINE.exec(line) ?? [];
  if (field === undefined) return !line.startsWith('%') && line.trim() !== '';
  return /[a-g]/.test(field) && /^[|:]/.test(text);
}

/** @param first unit of a note's length, for tempos */
function bodyOf(lines: readonly string[], first: string): string[] {
  let unit = first;
  return lines.flatMap((line) => {
    const [, field = '', text = ''] = LINE.exec(line) ?? [];
    unit = /(?:^|\[)L:\s*([\d/]+)/.exec(line)?.[1] ?? unit;
    if (isMidi(line)) return [midi(line)];
    if (isMusic(line)) return [music(withoutComment(line), unit)];
    if (field === 'Q') return [`[Q:${standardTempo(text, unit)}]`];
    if (field === 'P') return [`[P:${withoutComment(text).trim()}]`];
    return /[KLMU]/.test(field) ? [withoutComment(exact(line))] : [];
  });
}

/** What is kept as it is: texts, decorations, grace notes. */
const KEPT = /"[^"]*"|![^!]*!|\{[^{}]+\}/;
const FIELD = /\[([A-Za-z]):([^[\]]*)\]/;
/** Slurs and line ends, which are only drawn. */
const DRAWN = /\.?\((?![2-9])|\)|\\\s*$/;
/** Fields and braces left open, ties and broken rhythm of nothing, and what no tune has. */
const STRAY =
  /\[[A-Za-z]:|[{}]|(?<=[|:]\s{0,3}|-)-(?![A-Ga-g^_=[])|(?<=\|\s{0,3})[<>]+|(?:[<>]\s*){4,}|[^\t -~]+|[#$*;?@]+/;
const MUSIC = new RegExp(
  [KEPT, FIELD, /&/, DRAWN, STRAY].map(({ source }) => source).join('|'),
  'g',
);

/** The line without what the parser stumbles over. */
function music(line: string, unit: string): string {
  return line
    .replace(/[“”„]/g, '"')
    .replace(MUSIC, (mark, field: string | undefined, text: string) => {
      if (mark === '&') return `[P:${OVERLAY}]`;
      if (mark === '!dacapo!') return '!D.C.!';
      if (mark === '!dacoda!') return '"^To Coda"';
      if (field === 'Q') return `[Q:${standardTempo(text, unit)}]`;
      if (field === 'K') return exact(mark);
      if (field !== undefined)
        return /[LMP]/.test(field) || /^I:MIDI/.test(mark.slice(1)) ? mark : '';
      return /^["!]|^\{./.test(mark) ? mark : '';
    });
}

/** A key with nothing but the signs that it names, as the parser understands it. */
function exact(field: string): string {
  return field.replace(/K:\s*[A-G][#b]?\s*\w*\s*\bexp\b/, 'K:none');
}

function isMidi(line: string): boolean {
  return /^(?:%%|I:)\s*MIDI[\s=]+(?:program|channel|transpose|drummap)\b/.test(line);
}

function midi(line: string): string {
  return line.replace(/^(?:%%|I:)\s*MIDI[\s=]+/, '%%MIDI ');
}

function withoutComment(line: string): string {
  return line.replace(/(^|[^\\])%.*$/, '$1');
}

function nameOf({ properties }: Lines): string | undefined {
  const [, quoted, plain] = /\b(?:name|nm)\s*=\s*(?:"([^"]*)"|(\S+))/.exec(properties) ?? [];
  return quoted ?? plain;
}

/** @param isFirst title and composer are read once */
function textOf(
  shared: readonly string[],
  { properties, header, body }: Lines,
  isFirst: boolean,
): string {
  const voice = properties.trim() === '' ? [] : [`V:1 ${properties}`];
  const fields = shared.filter(
    (line) => !line.startsWith('K:') && (isFirst || !/^[TC]:/.test(line)),
  );
  const key = shared.filter((line) => line.startsWith('K:')).map(exact);
  return ['X:1', ...fields, ...voice, ...header, ...key, ...body].join('\n');
}
