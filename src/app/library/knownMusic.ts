/** The music in the library by its notes, so that no piece is added twice. */
import { isSameMusic, musicIdentity } from '../../music/identity';
import type { PackedSong } from '../../music/packedSong';
import { t } from '../../texts/t';
import type { Piece } from './libraryState';

/** Milliseconds of hashing in one go: a library of thousands takes seconds. */
const SLICE = 20;

/** Of this visit: a song is hashed once, most of them by the worker that read them. */
const identities = new WeakMap<PackedSong, string>();

function identityOf(song: PackedSong): string {
  const known = identities.get(song) ?? musicIdentity(song);
  identities.set(song, known);
  return known;
}

export interface Newcomer extends Pick<Piece, 'song' | 'title'> {
  /** As `musicIdentity` tells it. */
  identity: string;
}

export class KnownMusic {
  /** Songs by the key of their music. */
  readonly #known = new Map<string, PackedSong[]>();
  /** Titles of pieces that were not added, in the order in which they came. */
  readonly #again: string[] = [];

  /** Lets the page answer while pieces of earlier visits are hashed. */
  static async of(library: readonly Pick<Piece, 'song'>[]): Promise<KnownMusic> {
    const music = new KnownMusic();
    let since = performance.now();
    for (const { song } of library) {
      music.#add(identityOf(song), song);
      if (performance.now() - since < SLICE) continue;
      await new Promise((resolve) => setTimeout(resolve));
      since = performance.now();
    }
    return music;
  }

  /** Whether the piece is new; from now on it is known. */
  admit({ song, identity, title }: Newcomer): boolean {
    if (this.#known.get(identity)?.some((known) => isSameMusic(known, song))) {
      this.#again.push(title);
      return false;
    }
    identities.set(song, identity);
    this.#add(identity, song);
    return true;
  }

  #add(identity: string, song: PackedSong): void {
    const alike = this.#known.get(identity);
    if (alike) alike.push(song);
    else this.#known.set(identity, [song]);
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
