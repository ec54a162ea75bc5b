import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Migration, migrations } from './database';
import { inWords } from './outcome';
import { RUN_FORMAT } from './records';
import { StudioStorage } from './storage';
import { sampleCheckpoint, samplePiece, sampleRun, sampleTake } from './testing/samples';

const NAME = 'etude under test';

let storage: StudioStorage;

beforeEach(() => {
  storage = new StudioStorage(NAME);
});

afterEach(async () => {
  vi.restoreAllMocks();
  await storage.close();
  await deleteDB(NAME);
});

const [a, b, c] = ['a', 'b', 'c'].map(samplePiece);

async function ids(): Promise<string[]> {
  const loaded = await storage.loadShelf('pieces');
  if (!loaded.ok) throw new Error(loaded.trouble);
  return loaded.value.map(({ id }) => id);
}

/** The next request that writes fails as a browser without space fails it. */
function fillDisk(): void {
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('No space.', 'QuotaExceededError');
  });
}

describe('shelves', () => {
  it('are empty at first', async () => {
    expect(await storage.loadShelf('pieces')).toEqual({ ok: true, value: [] });
    expect(await storage.loadSettings()).toEqual({ ok: true, value: undefined });
    expect(await storage.loadRun()).toEqual({ ok: true, value: undefined });
  });

  it('keep pieces with their songs, in order, across visits', async () => {
    await storage.changeShelf('pieces', { put: [a, b, c], remove: [], order: ['c', 'a', 'b'] });
    await storage.close();
    const loaded = await new StudioStorage(NAME).loadShelf('pieces');
    expect(loaded).toEqual({ ok: true, value: [c, a, b] });
    if (loaded.ok) expect(loaded.value[0].song.tracks[0].notes).toBeInstanceOf(Int32Array);
  });

  it('forget what was removed, and take it back in its place', async () => {
    await storage.changeShelf('pieces', { put: [a, b, c], remove: [], order: ['a', 'b', 'c'] });
    await storage.changeShelf('pieces', { put: [], remove: ['b'], order: ['a', 'c'] });
    expect(await ids()).toEqual(['a', 'c']);
    await storage.changeShelf('pieces', { put: [b], remove: [], order: ['a', 'b', 'c'] });
    expect(await ids()).toEqual(['a', 'b', 'c']);
  });

  it('place what another tab has added by when it was made, and forget what it removed', async () => {
    const [first, second, third, last] = ['1', '2', '3', '4'].map(samplePiece);
    await storage.changeShelf('pieces', {
      put: [second, first, last],
      remove: [],
      order: ['2', '1', '4'],
    });
    const other = new StudioStorage(NAME);
    await other.changeShelf('pieces', { put: [third], remove: [], order: ['3'] });
    expect(await ids()).toEqual(['1', '2', '3', '4']);
    await storage.changeShelf('pieces', { put: [], remove: [], order: ['2', '1', '4'] });
    expect(await ids()).toEqual(['2', '3', '1', '4']);
    await other.changeShelf('pieces', { put: [], remove: ['1'], order: ['3'] });
    expect(await ids()).toEqual(['2', '3', '4']);
    await other.close();
  });

  it('keep takes with the settings and the seed that made them', async () => {
    const take = sampleTake(1);
    await storage.changeShelf('takes', { put: [take], remove: [], order: [take.id] });
    expect(await storage.loadShelf('takes')).toEqual({ ok: true, value: [take] });
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
    expect(await storage.saveRun(late)).toEqual({ ok: false, trouble: 'replaced' });
    expect(await storage.loadRun()).toEqual({ ok: true, value: undefined });
    const other = { run: sampleRun({ id: 'run 2' }), checkpoint: sampleCheckpoint(), pieces: [b] };
    await storage.saveRun(other);
    expect(await storage.saveRun(late)).toEqual({ ok: false, trouble: 'replaced' });
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

describe('trouble', () => {
  it('is told where the browser refuses', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('Not here.', 'SecurityError');
    });
    expect(await storage.loadShelf('takes')).toEqual({ ok: false, trouble: 'refused' });
    expect(await storage.discardRun()).toEqual({ ok: false, trouble: 'refused' });
  });

  it('is told where the disk is full, and what was there stays', async () => {
    await storage.saveRun({ run: sampleRun(), checkpoint: sampleCheckpoint(), pieces: [a] });
    fillDisk();
    expect(
      await storage.saveRun({ run: sampleRun({ epoch: 4 }), checkpoint: sampleCheckpoint() }),
    ).toEqual({ ok: false, trouble: 'full' });
    expect(await storage.changeShelf('pieces', { put: [a], remove: [], order: ['a'] })).toEqual({
      ok: false,
      trouble: 'full',
    });
    vi.restoreAllMocks();
    expect(await storage.loadRun()).toEqual({ ok: true, value: sampleRun() });
    expect(await ids()).toEqual([]);
  });

  it('is told where a newer version was here', async () => {
    const next: readonly Migration[] = [...migrations, () => {}];
    const newer = new StudioStorage(NAME, next);
    await newer.saveSettings({
      preset: 'seed',
      training: sampleCheckpoint().settings,
      compose: sampleTake(1).settings,
    });
    await newer.close();
    expect(await storage.loadRun()).toEqual({ ok: false, trouble: 'newer' });
  });

  it('has one sentence each', () => {
    for (const trouble of ['refused', 'full', 'replaced', 'newer', 'failed'] as const) {
      expect(inWords(trouble)).toMatch(/^[A-Z].+\.$/);
    }
  });
});

describe('migrations', () => {
  it('keep what an older version stored, and let go for a newer tab', async () => {
    await storage.changeShelf('pieces', { put: [a], remove: [], order: ['a'] });
    const addsAShelf: Migration = (database) => {
      expect([...database.objectStoreNames]).toContain('pieces');
    };
    const newer = new StudioStorage(NAME, [...migrations, addsAShelf]);
    // The older connection is still open: it gives way.
    expect(await newer.loadShelf('pieces')).toEqual({ ok: true, value: [a] });
    expect(await storage.loadShelf('pieces')).toEqual({ ok: false, trouble: 'newer' });
    await newer.close();
  });
});
