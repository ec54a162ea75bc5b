/** Titles of pieces: those written in files, unless they name nothing or many pieces alike. */

/** Words that programs write where a title should stand; several of them still name nothing. */
const EMPTY_WORDS: ReadonlySet<string> = new Set(
  `untitled unnamed unknown noname no name new default title template demo test
   song sequence seq project score composition music piece file midi mid smf
   track trk channel ch chan part voice staff staves layer instrument inst port
   conductor tempo master control meta header general gm gs xg standard format type
   piano pianoforte pf pno grand acoustic bright keyboard keys organ harpsichord
   right left hand rh lh treble bass upper lower up down melody accompaniment
   unbenannt ohne titel neu klavier spur sans titre nouveau sin titulo título nuevo
   senza titolo nuovo traccia pista piste sem título
   a b c i ii iii iv and the of for by with`.split(/\s+/),
);
/** Pieces with one title, from which on the title tells none of them from the others. */
const MANY_ALIKE = 3;

interface Titled {
  title: string;
  fileName: string;
}

/** The title written in the file, or the file's name where that names nothing. */
export function titleOf(written: string, fileName: string): string {
  const byFile = nameWithoutEnding(fileName);
  return namesSomething(written) || !namesSomething(byFile, 'file') ? written || byFile : byFile;
}

/** Gives the names of their files to pieces that share a title with many others. */
export function tellApart<T extends Titled>(pieces: readonly T[]): T[] {
  const files = new Map<string, Set<string>>();
  for (const { title, fileName } of pieces) {
    const names = files.get(title) ?? new Set();
    files.set(title, names.add(nameWithoutEnding(fileName)));
  }
  return pieces.map((piece) => {
    if ((files.get(piece.title)?.size ?? 0) < MANY_ALIKE) return piece;
    const title = nameWithoutEnding(piece.fileName);
    return title === piece.title ? piece : { ...piece, title };
  });
}

/** Whether the title has a word that programs do not write by themselves. */
function namesSomething(title: string, kind: 'title' | 'file' = 'title'): boolean {
  const words = title.toLowerCase().match(/\p{L}+|\p{N}+/gu) ?? [];
  // A number names nothing in a title, but tells files apart.
  const isName = (word: string): boolean =>
    kind === 'file' || (!/^\p{N}+$/u.test(word) && !EMPTY_WORDS.has(word));
  return words.some(isName);
}

/** `folder/Piece.mid` -> `Piece` */
function nameWithoutEnding(fileName: string): string {
  const name = fileName.slice(fileName.lastIndexOf('/') + 1);
  return name.replace(/\.[^.]{1,5}$/, '') || name;
}
