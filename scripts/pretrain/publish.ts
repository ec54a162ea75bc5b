/** Writes the start model's files: the model, the index of its runs, and the card. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { PresetId } from '../../src/model/preset';
import type { Encoding, Rows } from '../../src/music/encoding/encoding';
import { RunIndex, writeRunIndex } from '../../src/music/runIndex';
import { STYLES } from '../../src/music/style';
import {
  CARD_NAME,
  MODEL_NAME,
  RUNS_NAME,
  type StartCard,
  startCard,
} from '../../src/training/modelFile/startCard';
import { writeStartRuns } from '../../src/training/modelFile/startRuns';
import { creditsOf, LICENCE, sourceTitle } from './credits';
import { indexRates } from './indexRates';
import type { Material, Taught } from './material';
import type { ColumnNats, PretrainReport } from './requests';
import { styleOf } from './styles';

/** Notes of a held-out piece's beginning: about those of a take of 16 bars. */
const BEGINNING = 400;

export interface Publication {
  folder: string;
  command: string;
  preset: PresetId;
  encoding: Encoding;
  material: Material;
  report: PretrainReport;
  seconds: number;
  columns: readonly ColumnNats[];
  say(text: string): void;
}

/** The model itself is in the folder already. */
export function publish(publication: Publication): StartCard {
  const { folder, command, preset, encoding, material, report, seconds, columns } = publication;
  const { training, validation, test, leftOut } = material;
  const index = new RunIndex(
    writeRunIndex(
      training.map(({ rows }) => rows),
      encoding,
    ),
  );
  sayRates(publication, index);
  mkdirSync(folder, { recursive: true });
  const named = training.map(({ score, rows }) => ({ title: titleOf(score), rows }));
  writeFileSync(join(folder, RUNS_NAME), writeStartRuns(named, encoding));
  const means = columns.map(({ name, nats, rows }) => ({
    name,
    nats: rounded(rows > 0 ? nats / rows : 0),
    notes: rows,
  }));
  const card = v.parse(startCard, {
    format: 'etude-start',
    version: 1,
    made: new Date().toISOString(),
    command,
    preset,
    model: fileOf(folder, MODEL_NAME),
    runs: fileOf(folder, RUNS_NAME),
    taught: {
      pieces: training.length,
      notes: notesOf(training),
      styles: stylesOf(training),
      composers: composersOf(training),
      sources: sourcesOf(training),
    },
    copiesLeftOut: leftOut.filter(({ why }) => why.startsWith('shares')).length,
    training: {
      epochs: report.epochs,
      bestEpoch: report.best?.epoch ?? report.epochs,
      seconds: Math.round(seconds),
    },
    validation: { ...sizeOf(validation), natsPerNote: rounded(report.best?.validationLoss ?? 0) },
    heldOut: {
      ...sizeOf(test),
      columns: means,
      natsPerNote: rounded(means.reduce((sum, { nats }) => sum + nats, 0)),
      sharedRuns: sharedRuns(index, test, encoding),
    },
    licence: LICENCE,
    credits: creditsOf(training.map(({ score }) => score)),
  });
  writeFileSync(join(folder, CARD_NAME), `${JSON.stringify(card, null, 2)}\n`);
  return card;
}

function titleOf({ title, person }: Taught['score']): string {
  return person === undefined ? title.trim() : `${title.trim()} (${person})`;
}

function fileOf(folder: string, name: string): StartCard['model'] {
  const bytes = readFileSync(join(folder, name));
  return { name, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

function notesOf(pieces: readonly Taught[]): number {
  return pieces.reduce((sum, { notes }) => sum + notes, 0);
}

function sizeOf(
  pieces: readonly Taught[],
): Pick<StartCard['validation'], 'pieces' | 'notes' | 'composers'> {
  const composers = new Set(pieces.map(({ person }) => person)).size;
  return { composers, pieces: pieces.length, notes: notesOf(pieces) };
}

function composersOf(pieces: readonly Taught[]): StartCard['taught']['composers'] {
  const groups = groupBy(pieces, ({ person }) => person);
  return [...groups]
    .map(([name, own]) => ({ name, pieces: own.length, notes: notesOf(own) }))
    .sort((a, b) => b.notes - a.notes);
}

function stylesOf(pieces: readonly Taught[]): StartCard['taught']['styles'] {
  const groups = groupBy(pieces, ({ score }) => styleOf(score));
  return STYLES.flatMap((style) => {
    const count = groups.get(style)?.length ?? 0;
    return count > 0 ? [{ style, pieces: count }] : [];
  });
}

function sourcesOf(pieces: readonly Taught[]): StartCard['taught']['sources'] {
  return [...groupBy(pieces, ({ source }) => source)].map(([source, own]) => ({
    title: sourceTitle(source),
    licences: [...new Set(own.map(({ score }) => score.license))].sort(),
    pieces: own.length,
    notes: notesOf(own),
  }));
}

function groupBy<K extends string>(
  pieces: readonly Taught[],
  key: (piece: Taught) => K | undefined,
): Map<K, Taught[]> {
  const groups = new Map<K, Taught[]>();
  for (const piece of pieces) {
    const name = key(piece);
    if (name !== undefined) groups.set(name, [...(groups.get(name) ?? []), piece]);
  }
  return groups;
}

function sayRates({ material, encoding, say }: Publication, index: RunIndex): void {
  const rows = (pieces: readonly Taught[]): Rows[] => pieces.map((piece) => piece.rows);
  const { training, validation, test } = material;
  const others = rows([...validation, ...test]);
  const { found, falseHits } = indexRates(index, rows(training), others, encoding, BEGINNING);
  const shares = found.map(({ notes, share }) => `${(100 * share).toFixed(1)} % of ${notes} notes`);
  say(
    `index of runs: finds ${shares.join(', ')}; false in ${(100 * falseHits).toFixed(2)} % of takes`,
  );
}

function sharedRuns(
  index: RunIndex,
  test: readonly Taught[],
  encoding: Encoding,
): StartCard['heldOut']['sharedRuns'] {
  const runs = test
    .map(({ rows: { width, data } }) => {
      const beginning = { width, data: data.slice(0, BEGINNING * width) };
      return index.longest(beginning, encoding).notes;
    })
    .sort((a, b) => a - b);
  const at = (share: number): number => runs[Math.floor(share * (runs.length - 1))] ?? 0;
  return { notes: BEGINNING, median: at(0.5), usual: at(0.95), most: at(1) };
}

function rounded(nats: number): number {
  return Math.round(nats * 1e4) / 1e4;
}
