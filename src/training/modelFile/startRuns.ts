/** The index of the runs that Etude's own model was taught on: a zip of titles and hashes. */
import { strToU8, zipSync } from 'fflate';
import * as v from 'valibot';
import { expandEntry, listZip } from '../../files/zip';
import type { ShapeColumns } from '../../music/copying';
import type { Rows } from '../../music/encoding/encoding';
import { RunIndex, writeRunIndex } from '../../music/runIndex';
import { t } from '../../texts/t';

const TITLES = 'titles.json';
const RUNS = 'runs.bin';
const LIMITS = { maxBytes: 2 ** 24, maxRatio: 1000 };

const titles = v.array(v.pipe(v.string(), v.maxLength(1000)));

export interface StartRuns {
  /** Title and composer of each piece, by its number in the index. */
  titles: string[];
  index: RunIndex;
}

export function writeStartRuns(
  pieces: readonly { title: string; rows: Rows }[],
  columns: ShapeColumns,
): Uint8Array<ArrayBuffer> {
  const runs = writeRunIndex(
    pieces.map(({ rows }) => rows),
    columns,
  );
  return zipSync({
    [TITLES]: [strToU8(JSON.stringify(pieces.map(({ title }) => title))), { level: 9 }],
    // Hashes do not compress.
    [RUNS]: [runs, { level: 0 }],
  });
}

/** @throws {Error} if these are not the bytes of such a file */
export function readStartRuns(bytes: Uint8Array): StartRuns {
  const expand = (name: string): Uint8Array => {
    const entry = listZip(bytes, 2).entries.find(({ path }) => path === name);
    const expanded = entry && expandEntry(entry, LIMITS);
    if (expanded?.kind !== 'bytes' || !expanded.isWhole) {
      throw new Error(t('models.startRunsDamaged'));
    }
    return expanded.bytes;
  };
  const [names, runs] = [expand(TITLES), expand(RUNS)];
  return {
    titles: v.parse(titles, JSON.parse(new TextDecoder().decode(names))),
    index: new RunIndex(runs),
  };
}
