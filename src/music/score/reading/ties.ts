/** Joins tied notes as they are played. */
import type { Note } from '../../song';
import type { ContentNote } from './contentNote';

/** Ties that are open, by voice and pitch. */
export class Ties {
  readonly #open = new Map<string, Note>();

  /** Lengthens the note that this one continues. @returns whether there is one */
  join({ staff, voice, pitch, tiedFrom, tiedTo }: ContentNote, own: Note): boolean {
    // Some programs move a tied note to another voice, but not to another staff.
    const keys = [`${staff} ${voice} ${pitch}`, `${staff} ${pitch}`];
    const open = tiedFrom ? keys.map((key) => this.#open.get(key)).find((note) => note) : undefined;
    const continued = open && open.tick + open.duration === own.tick ? open : undefined;
    if (continued) continued.duration += own.duration;
    for (const key of keys) {
      if (tiedTo) this.#open.set(key, continued ?? own);
      else this.#open.delete(key);
    }
    return continued !== undefined;
  }
}
