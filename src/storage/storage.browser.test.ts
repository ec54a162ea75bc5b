import { deleteDB, openDB, unwrap } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ONLY } from './database';
import { type Migration, migrations } from './migrations';
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
    await storage.changeCollection('pieces', {
      put: [a, b, c],
      remove: [],
      order: ['c', 'a', 'b'],
    });
    await storage.close();
    const loaded = await new AppStorage(NAME).loadCollection('pieces');
    expect(loaded).toEqual({ ok: true, value: [c, a, b] });
    if (loaded.ok) expect(loaded.value[0].song.tracks[0].notes).toBeInstanceOf(Int32Array);
  });

  it('forget what was removed, and take it back in its place', async () => {
    await storage.changeCollection('pieces', {
      put: [a, b, c],
      remove: [],
      order: ['a', 'b', 'c'],
    });
    await storage.changeCollection('pieces', { put: [], remove: ['b'], order: ['a', 'c'] });
    expect(await ids()).toEqual(['a', 'c']);
    await storage.changeCollection('pieces', { put: [b], remove: [], order: ['a', 'b', 'c'] });
    expect(await ids()).toEqual(['a', 'b', 'c']);
  });

  it('place what another tab has added by when it was made, and forget what it removed', async () => {
    const [first, second, third, last] = ['1', '2', '3', '4'].map(samplePiece);
    await storage.changeCollection('pieces', {
      put: [second, first, last],
      remove: [],
      order: ['2', '1', '4'],
    });
    const other = new AppStorage(NAME);
    await other.changeCollection('pieces', { put: [third], remove: [], order: ['3'] });
    expect(await ids()).toEqual(['1', '2', '3', '4']);
    await storage.changeCollection('pieces', { put: [], remove: [], order: ['2', '1', '4'] });
    expect(await ids()).toEqual(['2', '3', '1', '4']);
    await other.changeCollection('pieces', { put: [], remove: ['1'], order: ['3'] });
    expect(await ids()).toEqual(['2', '3', '4']);
    await other.close();
  });

  it('keep takes with the settings and the seed that made them', async () => {
    const take = sampleTake(1);
    await storage.changeCollection('takes', { put: [take], remove: [], order: [take.id] });
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
    expect(
      await storage.changeCollection('pieces', { put: [a], remove: [], order: ['a'] }),
    ).toEqual({
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

describe('migrations', () => {
  it('keep what an older version stored, and let go for a newer tab', async () => {
    await storage.changeCollection('pieces', { put: [a], remove: [], order: ['a'] });
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
    const first = await openDB(NAME, 1, {
      upgrade: (database, _from, _to, transaction) => {
        migrations[0](unwrap(database), unwrap(transaction));
      },
    });
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
