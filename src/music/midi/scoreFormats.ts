/** Scores and stand-ins for files: what they are, and what to do to get MIDI. */

interface Format {
  /** Found in the first bytes, one character each. */
  mark: RegExp;
  is: string;
  advice: string;
}

const EXPORT = 'open it in a notation program, such as MuseScore, and export it as MIDI';

const FORMATS: readonly Format[] = [
  { mark: /<score-(partwise|timewise)\b/, is: 'a MusicXML score', advice: EXPORT },
  { mark: /<museScore\b/, is: 'a MuseScore score', advice: 'export it as MIDI there' },
  { mark: /<mei\b/, is: 'an MEI score', advice: EXPORT },
  { mark: /^(\xef\xbb\xbf)?(%.*\r?\n)*X: ?\d+\r?\n/, is: 'a tune in ABC', advice: EXPORT },
  { mark: /^\*\*(kern|\w+\t)/m, is: 'a Humdrum score', advice: EXPORT },
  {
    mark: /^\\version\s+"/m,
    is: 'a LilyPond score',
    advice: 'add a \\midi block and run LilyPond',
  },
  {
    mark: /^.?FICHIER GUITAR PRO|^BCF[SZ]/,
    is: 'a Guitar Pro tablature',
    advice: 'export it as MIDI there',
  },
  { mark: /^.SIBELIUS/, is: 'a Sibelius score', advice: 'export it as MIDI there' },
  { mark: /^ENIGMA BINARY FILE/, is: 'a Finale score', advice: 'export it as MIDI there' },
  { mark: /^SMF2(CLIP|CON)/, is: 'a MIDI 2.0 file', advice: 'export it as a MIDI 1.0 file (.mid)' },
  {
    mark: /^version https:\/\/git-lfs/,
    is: 'a Git LFS pointer in place of the file',
    advice: 'fetch the file itself with "git lfs pull"',
  },
  {
    mark: /^(\.\.?\/)*\.?\/?(git\/)?annex\/objects\//,
    is: 'a git-annex pointer in place of the file',
    advice: 'fetch the file itself with "git annex get"',
  },
  {
    mark: /^(\xef\xbb\xbf)?\s*<(!doctype html|html)\b/i,
    is: 'a web page in place of the file',
    advice: 'download the file itself',
  },
  { mark: /^TVRoZA/, is: 'a MIDI file written as text (base64)', advice: 'decode it first' },
];

const LOOK_AT = 4096;

/** One sentence for a score or a stand-in; null for other files. */
export function scoreAdvice(bytes: Uint8Array): string | null {
  const beginning = String.fromCharCode(...bytes.subarray(0, LOOK_AT));
  const format = FORMATS.find(({ mark }) => mark.test(beginning));
  return format ? sentence(format) : null;
}

/** Archives that are scores: by the paths of the files in them. */
const ARCHIVES: readonly { has: RegExp; is: string; advice: string }[] = [
  { has: /^[^/]+\.mscx$/i, is: 'a MuseScore score', advice: 'export it as MIDI there' },
  {
    has: /^Content\/score\.gpif$/i,
    is: 'a Guitar Pro tablature',
    advice: 'export it as MIDI there',
  },
];

/** The same for a zip archive that is one score and no collection. */
export function scoreArchiveAdvice(paths: readonly string[]): string | null {
  if (paths.some((path) => /\.(midi?|kar|rmi)$/i.test(path))) return null;
  const format = ARCHIVES.find(({ has }) => paths.some((path) => has.test(path)));
  return format ? sentence(format) : null;
}

function sentence({ is, advice }: { is: string; advice: string }): string {
  return `This is ${is}, not MIDI: ${advice}.`;
}
