/**
 * Trains Etude's start model on an archive of free scores, with the app's own loop and kernels in a
 * headless Chromium.
 *
 *     npm run pretrain -- [ARCHIVE.zip] [--preset form-medium] [--epochs 3] [--rate 0.004]
 *         [--batch 16] [--voice keep|drop] [--limit N] [--seed 1] [--threads N] [--work FOLDER] [--out FOLDER]
 *
 * The work folder keeps the run's state and log; the same command continues a run that was
 * interrupted, by Ctrl+C as well. A finished run writes the model, the index of its runs and its
 * card to `public/models`, or with --limit to the work folder.
 */
import { existsSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Worker } from 'playwright';
import { openSession } from '../bench/harness/browser';
import { version } from '../package.json';
import { type PresetId, presets } from '../src/model/preset';
import { encodings } from '../src/music/encoding';
import type { Withheld } from '../src/music/encoding/withhold';
import { packSong } from '../src/music/packedSong';
import { Random } from '../src/music/random';
import { MODEL_NAME } from '../src/training/modelFile/startCard';
import { defaultTempoAndMeter } from '../src/training/typicalMeter';
import { oneOf, positive, readCommandLine, text, whole } from './commandLine';
import { type VoiceChoice, withoutPlan, withVoice } from './pretrain/encode';
import { chooseForms } from './pretrain/forms';
import { duration, RunLog } from './pretrain/log';
import { readMaterial, type Taught } from './pretrain/material';
import { publish } from './pretrain/publish';
import type { ColumnNats, PlainPiece, PretrainOrder, PretrainReport } from './pretrain/requests';
import { identityOf, readRunState, writeRunState } from './pretrain/runState';
import { servePretraining } from './pretrain/site';

const ROOT = join(import.meta.dirname, '..');
/** Test notes whose exact likelihood is computed: a thousand a second. */
const TEST_NOTES = 40_000;
/** Test notes for comparing the published weights with the exact ones. */
const FEW_NOTES = 4_000;
const PRESETS = ['form-small', 'form-medium', 'form-large'] as const satisfies PresetId[];

const line = readCommandLine(
  {
    preset: oneOf<PresetId>(PRESETS, 'form-medium'),
    epochs: whole(3),
    rate: positive(),
    batch: whole(undefined),
    voice: oneOf<VoiceChoice>(['keep', 'drop'], 'keep'),
    limit: whole(undefined, 20),
    seed: whole(1, 0),
    threads: whole(undefined),
    work: text(join(ROOT, '../etude-pretraining')),
    out: text(undefined),
  },
  process.argv.slice(2),
  true,
);
if (!line.ok) fail(line.reason);
const {
  preset: presetId,
  epochs,
  rate,
  batch,
  voice,
  limit,
  seed,
  threads,
  work,
  out,
} = line.values;
const [archive = join(ROOT, '../shared/data/free-piano.zip')] = line.positionals;
if (!existsSync(archive)) fail(`There is no file "${archive}".`);

/** A trial does not replace the published model. */
const folder = out ?? join(limit === undefined ? join(ROOT, 'public') : work, 'models');
const preset = presets[presetId];
const encoding = encodings[preset.encoding];
const settings = {
  ...preset.defaults,
  epochs,
  learningRate: rate ?? preset.defaults.learningRate,
  batchSize: batch ?? preset.defaults.batchSize,
  seed,
};
mkdirSync(work, { recursive: true });
const log = new RunLog(join(work, 'pretrain.log'));
const material = readMaterial({ archive, voice, limit, seed }, encoding, (text) => log.line(text));
for (const { file, why } of material.leftOut) log.line(`left out ${file}: ${why}`);
const { training, validation, test } = material;
for (const [name, pieces] of Object.entries({ training, validation, test })) {
  const notes = pieces.reduce((sum, piece) => sum + piece.notes, 0);
  const people = new Set(pieces.map(({ person }) => person)).size;
  log.line(`${name}: ${pieces.length} scores, ${notes} notes, ${people} composers`);
}

const all = [...training, ...validation, ...test];
const plain = (pieces: readonly Taught[]): PlainPiece[] =>
  pieces.map((piece) => ({ id: piece.score.file, number: all.indexOf(piece) }));
const forms = chooseForms(
  training.flatMap(({ form }) => form ?? []),
  seed,
);
const stored = new Map(forms.map((form) => [form.piece, form]));
const order: Omit<PretrainOrder, 'resume'> = {
  preset: presetId,
  settings,
  threads,
  typicalMeter: defaultTempoAndMeter(
    training.map(({ score }) => packSong(withVoice(score, voice))),
  ),
  training: plain(training).map((piece) => ({ ...piece, form: stored.get(piece.id) })),
  validation: plain(validation),
};
const identity = identityOf({
  preset,
  settings,
  voice,
  pieces: all.map(({ score, notes }) => [score.file, notes]),
  parts: [training.length, validation.length],
});
const before = readRunState(work);
if (before && before.identity !== identity) {
  fail(`${work} holds another run: name another folder with --work, or remove that one.`);
}

let stop = false;
let seconds = before?.seconds ?? 0;
const checkpoint = join(work, 'checkpoint.etude');
const site = await servePretraining(work, {
  rows: [
    ...[...training, ...validation].map(({ rows }) => rows),
    ...test.map(({ rows }) => withoutPlan(rows, encoding)),
  ],
  checkpoint,
  model: join(folder, MODEL_NAME),
  onProgress: (progress) => {
    log.progress(progress);
    return { stop };
  },
  onCheckpoint: (session) => {
    seconds = (before?.seconds ?? 0) + session;
    writeRunState(work, { identity, seconds });
  },
});
process.on('SIGINT', () => {
  log.line('Stopping after this step ...');
  stop = true;
});
try {
  const session = await openSession(site, 'pretrain', [], false);
  session.worker.on('console', (message) => log.line(`page: ${message.text()}`));
  try {
    const resume = before !== undefined && existsSync(checkpoint);
    const { batchSize, sequenceLength, learningRate } = settings;
    const size = `${batchSize} windows of ${sequenceLength}`;
    log.line(
      `${resume ? 'Continuing' : 'Training'} ${presetId}, batches of ${size}, rate ${learningRate}`,
    );
    const report = await session.worker.evaluate((input) => pretrain.run(input), {
      ...order,
      resume,
    });
    const best =
      report.best && `epoch ${report.best.epoch}, ${report.best.validationLoss.toFixed(4)}`;
    log.line(`${report.epochs} epochs in ${duration(seconds)}; best: ${best ?? 'unknown'}`);
    if (report.finished) await finish(session.worker, report);
  } finally {
    await session.close();
  }
} finally {
  await site.close();
}

/** Writes the published files, and evaluates the model as it is published. */
async function finish(worker: Worker, report: PretrainReport): Promise<void> {
  await worker.evaluate((appVersion) => pretrain.publish(appVersion), version);
  // The sources stand one after another.
  const order = test.map((_, i) => i);
  Random.fromSeed(seed).shuffle(order);
  const pieces = plain(order.map((i) => test[i]));
  const judge = (
    from: 'checkpoint' | 'model',
    rows: number,
    withheld: Withheld[] = ['style'],
  ): Promise<ColumnNats[]> =>
    worker.evaluate(([file, some, count, without]) => pretrain.nats(file, some, count, without), [
      from,
      pieces,
      rows,
      withheld,
    ] as const);
  const cost = sumOf(await judge('model', FEW_NOTES)) - sumOf(await judge('checkpoint', FEW_NOTES));
  log.line(`16 bits instead of 32 cost ${cost.toFixed(5)} nats per note`);
  const columns = await judge('model', TEST_NOTES);
  for (const { name, nats, rows } of columns) {
    log.line(
      `test, ${name}: ${(nats / Math.max(1, rows)).toFixed(4)} nats in each of ${rows} notes`,
    );
  }
  log.line(`test, sum: ${sumOf(columns).toFixed(4)} nats per note`);
  const styled = sumOf(await judge('model', TEST_NOTES, []));
  log.line(`test, told the style: ${styled.toFixed(4)} nats per note`);
  const command = ['npm run pretrain --', ...process.argv.slice(2).map(withoutFolders)].join(' ');
  const say = (text: string): void => log.line(text);
  const about = {
    ...{ folder, command, preset: presetId, encoding, material, report, seconds, columns },
    say,
  };
  const card = publish(about);
  log.line(`Written to ${folder}: model ${card.model.bytes} bytes, runs ${card.runs.bytes} bytes`);
}

function sumOf(columns: readonly ColumnNats[]): number {
  return columns.reduce((sum, { nats, rows }) => sum + nats / Math.max(1, rows), 0);
}

/** Folders are this machine's. */
function withoutFolders(argument: string): string {
  return argument.includes('/') ? basename(argument) : argument;
}

function fail(reason: string): never {
  console.error(reason);
  process.exit(2);
}
