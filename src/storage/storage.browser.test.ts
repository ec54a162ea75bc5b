import { deleteDB, openDB, unwrap } from 'idb';
import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type EtudeDatabase, type Migration, openDatabase } from './database';
import { ONLY } from './keys';
import { migrations } from './migrations';
import { RUN_FORMAT } from './records';
import { AppStorage } from './storage';
import { storageError } from './storageError';
import { sampleCheckpoint, samplePiece, sampleRun, sampleTake } from './testing/samples';

const NAME = 'etude under test';

let storage: AppStorage;

beforeEach(() => {
  storage = new AppStorage(NAME);
});

afterEach(async () => {
  vi.restoreAllMocks();
  await storage.close();
  await deleteDB(NAME);
});

const [a, b, c] = ['a', 'b', 'c'].map(samplePiece);

/** As the app makes them. */
const newId = (): string => `v7-${v7()}`;

async function ids(): Promise<string[]> {
  const loaded = await storage.loadCollection('pieces');
  if (!loaded.ok) throw new Error(loaded.error.message);
  return loaded.value.map(({ id }) => id);
}

/** The next request that writes fails as a browser without space fails it. */
function fillDisk(): void {
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('No space.', 'QuotaExceededError');
  });
}

describe('collections', () => {
  it('are empty at first', async () => {
    expect(await storage.loadCollection('pieces')).toEqual({ ok: true, value: [] });
    expect(await storage.loadSettings()).toEqual({ ok: true, value: undefined });
    expect(await storage.loadRun()).toEqual({ ok: true, value: undefined });
  });

  it('keep pieces with their songs, in order, across visits', async () => {
    await storage.changeCollection('pieces', { put: [c, a, b], remove: [] });
    await storage.close();
    const loaded = await new AppStorage(NAME).loadCollection('pieces');
    expect(loaded).toEqual({ ok: true, value: [a, b, c] });
    if (loaded.ok) expect(loaded.value[0].song.tracks[0].notes).toBeInstanceOf(Int32Array);
  });

  it('are read a few at a time, however many there are', async () => {
    const many = Array.from({ length: 450 }, (_, i) => samplePiece(String(1000 + i)));
    await storage.changeCollection('pieces', { put: many, remove: [] });
    const reading = vi.spyOn(IDBObjectStore.prototype, 'getAll');
    expect(await ids()).toEqual(many.map(({ id }) => id));
    const counts = reading.mock.calls.map(([, count]) => count);
    expect(counts).toEqual([200, 200, 200]);
  });

  it('forget what was removed, and take it back in its place', async () => {
    await storage.changeCollection('pieces', { put: [a, b, c], remove: [] });
    await storage.changeCollection('pieces', { put: [], remove: ['b'] });
    expect(await ids()).toEqual(['a', 'c']);
    await storage.changeCollection('pieces', { put: [b], remove: [] });
    expect(await ids()).toEqual(['a', 'b', 'c']);
  });

  it('place what another tab has added by when it was made, and forget what it removed', async () => {
    const [first, second, third, last] = ['1', '2', '3', '4'].map(samplePiece);
    await storage.changeCollection('pieces', { put: [first, second, last], remove: [] });
    const other = new AppStorage(NAME);
    await other.changeCollection('pieces', { put: [third], remove: [] });
    expect(await ids()).toEqual(['1', '2', '3', '4']);
    await other.changeCollection('pieces', { put: [], remove: ['1'] });
    expect(await ids()).toEqual(['2', '3', '4']);
    await other.close();
  });

  it('keep takes with the settings and the seed that made them', async () => {
    const take = sampleTake(1);
    await storage.changeCollection('takes', { put: [take], remove: [] });
    expect(await storage.loadCollection('takes')).toEqual({ ok: true, value: [take] });
  });

  it('keep the form of a take, and what was asked for', async () => {
    const earlier = sampleTake(1);
    const form = { groups: [{ letter: "A'", bar: 0, bars: 4 }], barTicks: 96, planOf: 'a' };
    const asked = { key: 23, form: { kind: 'as', piece: 'a' }, repetition: 'less' } as const;
    const take = { ...earlier, form, settings: { ...earlier.settings, ...asked } };
    await storage.changeCollection('takes', { put: [take], remove: [] });
    expect(await storage.loadCollection('takes')).toEqual({ ok: true, value: [take] });
  });
});

describe('takes', () => {
  it('keep rank, batch, date and star', async () => {
    const quality = { key: 23, inKey: 0.9, repeats: 0.5, endsOnTonic: true };
    const take = { ...sampleTake(1), quality, batch: 'a', made: 1_700_000_000_000, starred: true };
    await storage.changeCollection('takes', { put: [take], remove: [] });
    expect(await storage.loadCollection('takes')).toEqual({ ok: true, value: [take] });
  });
});

describe('the last run', () => {
  it('comes back in full', async () => {
    const checkpoint = sampleCheckpoint();
    await storage.saveRun({ run: sampleRun(), checkpoint, pieces: [b, a] });
    await storage.saveRun({
      run: sampleRun({ epoch: 4 }),
      checkpoint: { ...checkpoint, epoch: 4 },
    });
    expect(await storage.loadRunInFull()).toEqual({
      ok: true,
      value: {
        run: sampleRun({ epoch: 4 }),
        pieces: [b, a],
        checkpoint: { ...checkpoint, epoch: 4 },
      },
    });
  });

  it('is gone once discarded', async () => {
    await storage.saveRun({ run: sampleRun(), checkpoint: sampleCheckpoint(), pieces: [a] });
    await storage.discardRun();
    expect(await storage.loadRun()).toEqual({ ok: true, value: undefined });
    expect(await storage.loadRunInFull()).toEqual({ ok: true, value: undefined });
  });

  it('is neither revived nor mixed with another by a save that comes late', async () => {
    const late = { run: sampleRun({ epoch: 9 }), checkpoint: sampleCheckpoint({ epoch: 9 }) };
    await storage.saveRun({ run: sampleRun(), checkpoint: sampleCheckpoint(), pieces: [a] });
    await storage.discardRun();
    expect(await storage.saveRun(late)).toEqual({ ok: false, error: storageError('replaced') });
    expect(await storage.loadRun()).toEqual({ ok: true, value: undefined });
    const other = { run: sampleRun({ id: 'run 2' }), checkpoint: sampleCheckpoint(), pieces: [b] };
    await storage.saveRun(other);
    expect(await storage.saveRun(late)).toEqual({ ok: false, error: storageError('replaced') });
    expect(await storage.loadRunInFull()).toEqual({ ok: true, value: other });
  });

  it('is not offered where another version stored it', async () => {
    const foreign = sampleRun({ format: RUN_FORMAT + 1 });
    await storage.saveRun({ run: foreign, checkpoint: sampleCheckpoint(), pieces: [a] });
    expect(await storage.loadRun()).toEqual({ ok: true, value: undefined });
    expect(await storage.loadRunInFull()).toEqual({ ok: true, value: undefined });
  });

  it('is not brought back where its notes were encoded otherwise', async () => {
    const checkpoint = sampleCheckpoint({ encoding: { id: 'melody', version: 99 } });
    await storage.saveRun({ run: sampleRun(), checkpoint, pieces: [a] });
    expect(await storage.loadRunInFull()).toEqual({ ok: true, value: undefined });
  });
});

describe('a storage error', () => {
  it('is told where the browser refuses', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('Not here.', 'SecurityError');
    });
    expect(await storage.loadCollection('takes')).toEqual({
      ok: false,
      error: storageError('refused'),
    });
    expect(await storage.discardRun()).toEqual({ ok: false, error: storageError('refused') });
  });

  it('is told where the disk is full, and what was there stays', async () => {
    await storage.saveRun({ run: sampleRun(), checkpoint: sampleCheckpoint(), pieces: [a] });
    fillDisk();
    expect(
      await storage.saveRun({ run: sampleRun({ epoch: 4 }), checkpoint: sampleCheckpoint() }),
    ).toEqual({ ok: false, error: storageError('full') });
    expect(await storage.changeCollection('pieces', { put: [a], remove: [] })).toEqual({
      ok: false,
      error: storageError('full'),
    });
    vi.restoreAllMocks();
    expect(await storage.loadRun()).toEqual({ ok: true, value: sampleRun() });
    expect(await ids()).toEqual([]);
  });

  it('is told where a newer version was here', async () => {
    const next: readonly Migration[] = [...migrations, () => {}];
    const newer = new AppStorage(NAME, next);
    await newer.saveSettings({
      preset: 'seed',
      training: sampleCheckpoint().settings,
      compose: sampleTake(1).settings,
    });
    await newer.close();
    expect(await storage.loadRun()).toEqual({ ok: false, error: storageError('newer') });
  });

  it('has one sentence each', () => {
    for (const code of ['refused', 'full', 'replaced', 'newer', 'failed'] as const) {
      expect(storageError(code).message).toMatch(/^[A-Z].+\.$/);
    }
  });
});

describe('damaged records', () => {
  let told: string[];
  let database: EtudeDatabase;

  beforeEach(async () => {
    told = [];
    storage.onDamaged = (sentence) => told.push(sentence);
    database = await openDatabase(NAME, migrations, () => {});
  });

  afterEach(() => database.close());

  /** Puts what no version of Etude would: past the types, as a crash does. */
  async function spoil(
    store: 'pieces' | 'takes' | 'settings' | 'runs' | 'checkpoints',
    value: object,
    key?: string,
  ): Promise<void> {
    const raw = unwrap(database).transaction(store, 'readwrite');
    raw.objectStore(store).put(value, key);
    await new Promise((resolve) => {
      raw.oncomplete = resolve;
    });
  }

  it.each([
    { song: undefined },
    { repairs: 'nothing' },
    { notes: Number.NaN },
    { song: { ...a.song, tempos: [] } },
    { song: { ...a.song, tempos: [{ tick: 0 }] } },
    { song: { ...a.song, tracks: [{ ...a.song.tracks[0], notes: [1, 2, 3, 4] }] } },
  ])('of a piece are left out, in a sentence: %o', async (damage) => {
    await storage.changeCollection('pieces', { put: [a, c], remove: [] });
    await spoil('pieces', { ...b, ...damage });
    expect(await storage.loadCollection('pieces')).toEqual({ ok: true, value: [a, c] });
    expect(told).toEqual([expect.stringMatching(/^One of your pieces is damaged.+\.$/)]);
  });

  it.each([
    { notes: [{ tick: 0, duration: 1, pitch: 'C', velocity: 1 }] },
    { odds: [{ probability: 1 }] },
    { preset: 'grand' },
    { promptSource: { kind: 'wish' } },
    { form: { groups: [{ letter: 'A', bar: 0 }], barTicks: 96 } },
    { quality: { inKey: 2, endsOnTonic: true } },
    { settings: null },
  ])('of takes are left out, in a sentence: %o', async (damage) => {
    await storage.changeCollection('takes', { put: [sampleTake(2)], remove: [] });
    await spoil('takes', { ...sampleTake(1), ...damage });
    await spoil('takes', { ...sampleTake(3), ...damage });
    expect(await storage.loadCollection('takes')).toEqual({ ok: true, value: [sampleTake(2)] });
    expect(told).toEqual([expect.stringMatching(/^2 of your takes are damaged.+\.$/)]);
  });

  it('of settings give way to the defaults; those of an earlier version are none', async () => {
    const { settings } = sampleCheckpoint();
    const { takes: _, ...fewer } = sampleTake(1).settings;
    const earlier = { preset: 'seed', training: { epochs: 7 }, compose: fewer };
    await spoil('settings', earlier, 'last');
    expect(await storage.loadSettings()).toEqual({ ok: true, value: earlier });
    expect(told).toEqual([]);
    await spoil('settings', { ...earlier, training: { ...settings, epochs: 'many' } }, 'last');
    expect(await storage.loadSettings()).toEqual({ ok: true, value: undefined });
    expect(told).toEqual([expect.stringMatching(/^Your settings are damaged.+\.$/)]);
  });

  it('of the last run leave nothing to offer', async () => {
    await storage.saveRun({ run: sampleRun(), checkpoint: sampleCheckpoint(), pieces: [a] });
    await spoil(
      'checkpoints',
      { ...sampleCheckpoint(), weights: [{ name: 'dense/bias' }] },
      'last',
    );
    expect(await storage.loadRun()).toEqual({ ok: true, value: sampleRun() });
    expect(await storage.loadRunInFull()).toEqual({ ok: true, value: undefined });
    await spoil('runs', { ...sampleRun(), curve: {} }, 'last');
    expect(await storage.loadRun()).toEqual({ ok: true, value: undefined });
    expect(told).toEqual([
      'What was stored of your last model is damaged.',
      'What was stored of your last model is damaged.',
    ]);
  });
});

describe('migrations', () => {
  const openFirst = (): Promise<EtudeDatabase> =>
    openDatabase(NAME, migrations.slice(0, 1), () => {});
  /** As version 1 made them: the second visit's clock was an hour slow. */
  const ids1 = ['mb000000-000001-x', 'mb000000-000002-x', 'ma000000-000001-x'];

  it('leave the ids of version 1 where they stand in the order of its list', async () => {
    const old = await openFirst();
    for (const id of ['mb000000-000001-x', 'mb000000-000002-x']) {
      await old.put('pieces', samplePiece(id));
    }
    await old.put('orders', ids1.slice(0, 2), 'pieces');
    old.close();
    expect(await ids()).toEqual(ids1.slice(0, 2));
    // What is added from now on stands behind them.
    await storage.changeCollection('pieces', { put: [samplePiece(newId())], remove: [] });
    expect((await ids()).slice(0, 2)).toEqual(ids1.slice(0, 2));
  });

  it('keep the order of version 1 where its ids stand otherwise, and what refers to them', async () => {
    const old = await openFirst();
    for (const id of ids1) await old.put('pieces', samplePiece(id));
    // Another tab added it: it stands behind the one that it was made after.
    await old.put('pieces', samplePiece('mb000000-000001-y'));
    await old.put('orders', ids1, 'pieces');
    const [first, second] = [2, 1].map(sampleTake);
    const opened = { kind: 'piece', id: ids1[2], length: 16 } as const;
    await old.put('takes', { ...first, promptSource: opened });
    await old.put('takes', { ...second, promptSource: { kind: 'take', id: first.id, tick: 0 } });
    await old.put('orders', [first.id, second.id], 'takes');
    await old.put('runs', sampleRun(), 'last');
    await old.put('runPieces', ids1.map(samplePiece), 'last');
    const trainedOn = { training: [ids1[0], 'gone'], validation: [ids1[2]] };
    await old.put('checkpoints', sampleCheckpoint({ trainedOn }), 'last');
    old.close();

    const pieces = await storage.loadCollection('pieces');
    if (!pieces.ok) throw new Error(pieces.error.message);
    const titles = ['b000000-000001-x', 'b000000-000001-y', 'b000000-000002-x', 'a000000-000001-x'];
    expect(pieces.value.map(({ title }) => title)).toEqual(titles.map((end) => `Piece m${end}`));
    const renamed = pieces.value.map(({ id }) => id);
    expect(renamed.toSorted()).toEqual(renamed);
    expect([...renamed, newId()].toSorted()).toEqual([...renamed, expect.any(String)]);
    const takes = await storage.loadCollection('takes');
    if (!takes.ok) throw new Error(takes.error.message);
    expect(takes.value.map(({ title }) => title)).toEqual(['Take 2', 'Take 1']);
    expect(takes.value.map(({ promptSource }) => promptSource)).toEqual([
      { ...opened, id: renamed[3] },
      { kind: 'take', id: takes.value[0].id, tick: 0 },
    ]);
    const run = await storage.loadRunInFull();
    if (!run.ok || !run.value) throw new Error('The run is gone.');
    expect(run.value.pieces.map(({ id }) => id)).toEqual([renamed[0], renamed[2], renamed[3]]);
    expect(run.value.checkpoint.trainedOn).toEqual({
      training: [renamed[0], 'gone'],
      validation: [renamed[3]],
    });
  });

  it('keep what an older version stored, and let go for a newer tab', async () => {
    await storage.changeCollection('pieces', { put: [a], remove: [] });
    const addsAStore: Migration = (database) => {
      expect([...database.objectStoreNames]).toContain('pieces');
    };
    const newer = new AppStorage(NAME, [...migrations, addsAStore]);
    // The older connection is still open: it gives way.
    expect(await newer.loadCollection('pieces')).toEqual({ ok: true, value: [a] });
    expect(await storage.loadCollection('pieces')).toEqual({
      ok: false,
      error: storageError('newer'),
    });
    await newer.close();
  });

  it('rename the fields of what the first version stored', async () => {
    const { repairs, ...piece } = a;
    const { promptNotes, promptTitle, promptSource, copying, ...take } = sampleTake(1);
    const { trainedOn, typicalMeter, ...checkpoint } = sampleCheckpoint();
    const oldPiece = { ...piece, mended: repairs };
    (await openFirst()).close();
    const first = await openDB(NAME, 1);
    await first.put('pieces', oldPiece);
    await first.put('takes', {
      ...take,
      openingNotes: promptNotes,
      openingTitle: promptTitle,
      openedBy: promptSource,
      copying: { ...copying, learnt: { pieces: 2, missing: 1 } },
    });
    await first.put('runs', sampleRun(), ONLY);
    await first.put('runPieces', [oldPiece], ONLY);
    await first.put(
      'checkpoints',
      { ...checkpoint, learnt: trainedOn, manner: typicalMeter },
      ONLY,
    );
    first.close();

    expect(await storage.loadCollection('pieces')).toEqual({ ok: true, value: [a] });
    expect(await storage.loadCollection('takes')).toEqual({
      ok: true,
      value: [{ ...sampleTake(1), copying: { ...copying, trainedOn: { pieces: 2, missing: 1 } } }],
    });
    expect(await storage.loadRunInFull()).toEqual({
      ok: true,
      value: { run: sampleRun(), pieces: [a], checkpoint: sampleCheckpoint() },
    });
  });
});
