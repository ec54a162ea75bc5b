/** Scores and stand-ins for files: what they are, and what to do to get MIDI. */

import { t } from '../../texts/t';

/** Marks are looked for in the first bytes, one character each. */
const FORMATS = [
  { mark: /<score-(partwise|timewise)\b/, text: 'midi.musicXml' },
  { mark: /<museScore\b/, text: 'midi.museScore' },
  { mark: /<mei\b/, text: 'midi.mei' },
  { mark: /^(\xef\xbb\xbf)?(%.*\r?\n)*X: ?\d+\r?\n/, text: 'midi.abc' },
  { mark: /^\*\*(kern|\w+\t)/m, text: 'midi.humdrum' },
  {
    mark: /^\\version\s+"/m,
    text: 'midi.lilyPond',
  },
  {
    mark: /^.?FICHIER GUITAR PRO|^BCF[SZ]/,
    text: 'midi.guitarPro',
  },
  { mark: /^.SIBELIUS/, text: 'midi.sibelius' },
  { mark: /^ENIGMA BINARY FILE/, text: 'midi.finale' },
  { mark: /^SMF2(CLIP|CON)/, text: 'midi.midi2' },
  {
    mark: /^version https:\/\/git-lfs/,
    text: 'midi.gitLfs',
  },
  {
    mark: /^(\.\.?\/)*\.?\/?(git\/)?annex\/objects\//,
    text: 'midi.gitAnnex',
  },
  {
    mark: /^(\xef\xbb\xbf)?\s*<(!doctype html|html)\b/i,
    text: 'midi.webPage',
  },
  { mark: /^TVRoZA/, text: 'midi.base64' },
] as const;

const LOOK_AT = 4096;

/** One sentence for a score or a stand-in; null for other files. */
export function scoreAdvice(bytes: Uint8Array): string | null {
  const beginning = String.fromCharCode(...bytes.subarray(0, LOOK_AT));
  const format = FORMATS.find(({ mark }) => mark.test(beginning));
  return format ? t(format.text) : null;
}

/** Archives that are scores: by the paths of the files in them. */
const ARCHIVES = [
  { has: /^[^/]+\.mscx$/i, text: 'midi.museScore' },
  {
    has: /^Content\/score\.gpif$/i,
    text: 'midi.guitarPro',
  },
] as const;

/** The same for a zip archive that is one score and no collection. */
export function scoreArchiveAdvice(paths: readonly string[]): string | null {
  if (paths.some((path) => /\.(midi?|kar|rmi)$/i.test(path))) return null;
  const format = ARCHIVES.find(({ has }) => paths.some((path) => has.test(path)));
  return format ? t(format.text) : null;
}
