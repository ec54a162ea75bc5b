/** The music in the library by its notes, so that no piece is added twice. */
import { musicIdentity } from '../../music/identity';
import type { PackedSong } from '../../music/packedSong';
import { t } from '../../texts/t';
import type { Piece } from './libraryState';

/** Hashing a library takes a while: once a song. */
const identities = new WeakMap<PackedSong, string>();

function identityOf(song: PackedSong): string {
  const known = identities.get(song) ?? musicIdentity(song);
  identities.set(song, known);
  return known;
}

export class KnownMusic {
  readonly #known: Set<string>;
  /** Titles of pieces that were not added, in the order in which they came. */
  readonly #again: string[] = [];

  constructor(library: readonly Pick<Piece, 'song'>[]) {
    this.#known = new Set(library.map(({ song }) => identityOf(song)));
  }

  /** Whether the piece is new; from now on it is known. */
  admit({ song, title }: Pick<Piece, 'song' | 'title'>): boolean {
    const identity = identityOf(song);
    if (this.#known.has(identity)) {
      this.#again.push(title);
      return false;
    }
    this.#known.add(identity);
    return true;
  }

  /** "10 already here."; undefined where all were new. */
  get remark(): string | undefined {
    const [first, ...others] = this.#again;
    if (first === undefined) return undefined;
    return others.length === 0
      ? t('library.alreadyHere', { title: first })
      : t('library.manyAlreadyHere', { count: others.length + 1 });
  }
}
