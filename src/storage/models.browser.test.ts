import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StoredModel } from './records';
import { AppStorage } from './storage';
import { sampleCheckpoint, samplePiece, sampleRun, sampleTake } from './testing/samples';

const NAME = 'etude models under test';

let storage: AppStorage;

beforeEach(() => {
  storage = new AppStorage(NAME);
});

afterEach(async () => {
  await storage.close();
  await deleteDB(NAME);
});

function modelOf(id: string): StoredModel {
  return {
    id,
    title: `Model ${id}`,
    preset: 'seed',
    epoch: 3,
    epochs: 50,
    validationLoss: 3.25,
    pieces: [{ id: 'a', title: 'Piece a' }],
    when: 1_700_000_000_000,
  };
}

const lineage = { epochs: 4, pieces: ['c'], heldOut: ['d'], root: 'published' };
const data = {
  checkpoint: sampleCheckpoint({ lineage }),
  curve: { points: [{ x: 0.5, y: 3 }], stride: 1, seen: 1 },
  frequencyLoss: 4.5,
};
const snippets = [sampleTake(1)];

async function storeRun(id: string): Promise<void> {
  await storage.saveRun({
    run: sampleRun({ id }),
    checkpoint: sampleCheckpoint(),
    pieces: [samplePiece('a')],
  });
}

describe('models', () => {
  it('are none at first', async () => {
    expect(await storage.loadModels()).toEqual({ ok: true, value: [] });
    expect(await storage.loadModel('a')).toEqual({ ok: true, value: undefined });
  });

  it('are kept across visits, rows and bulk', async () => {
    await storage.saveModel({ model: modelOf('b'), data, snippets });
    await storage.saveModel({ model: modelOf('a'), data });
    await storage.close();
    const later = new AppStorage(NAME);
    expect(await later.loadModels()).toEqual({ ok: true, value: [modelOf('a'), modelOf('b')] });
    expect(await later.loadModel('b')).toEqual({ ok: true, value: { data, snippets } });
    expect(await later.loadModel('a')).toEqual({ ok: true, value: { data, snippets: [] } });
    await later.close();
  });

  it('keep their bulk when they are renamed', async () => {
    await storage.saveModel({ model: modelOf('a'), data, snippets });
    const renamed = { ...modelOf('a'), title: 'Joplin' };
    await storage.saveModel({ model: renamed });
    expect(await storage.loadModels()).toEqual({ ok: true, value: [renamed] });
    expect(await storage.loadModel('a')).toEqual({ ok: true, value: { data, snippets } });
  });

  it('are gone once removed', async () => {
    await storage.saveModel({ model: modelOf('a'), data, snippets });
    await storage.removeModel('a');
    expect(await storage.loadModels()).toEqual({ ok: true, value: [] });
    expect(await storage.loadModel('a')).toEqual({ ok: true, value: undefined });
  });

  it('take the place of the run that ended with them, and of no other', async () => {
    await storeRun('a');
    await storage.saveModel({ model: modelOf('other'), data, endedRun: 'other' });
    expect(await storage.loadRun()).toMatchObject({ ok: true, value: { id: 'a' } });
    await storage.saveModel({ model: modelOf('a'), data, endedRun: 'a' });
    expect(await storage.loadRunInFull()).toEqual({ ok: true, value: undefined });
  });

  it('take the run that ended with them along, and no other', async () => {
    await storeRun('a');
    await storage.removeModel('other', 'other');
    expect(await storage.loadRun()).toMatchObject({ ok: true, value: { id: 'a' } });
    await storage.removeModel('a', 'a');
    expect(await storage.loadRunInFull()).toEqual({ ok: true, value: undefined });
  });

  it('are left out where they are damaged or of another version', async () => {
    await storage.saveModel({ model: modelOf('a'), data });
    const { checkpoint } = data;
    const encoding = { id: 'melody', version: 99 } as const;
    const foreign = { ...data, checkpoint: { ...checkpoint, encoding } };
    await storage.saveModel({ model: modelOf('b'), data: foreign });
    const database = await openDB(NAME);
    await database.put('models', { id: 'c', title: 7 });
    await database.put('modelData', { ...data, checkpoint: { ...checkpoint, step: -1 } }, 'a');
    database.close();
    const listed = await storage.loadModels();
    expect(listed.ok && listed.value.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(await storage.loadModel('a')).toEqual({ ok: true, value: undefined });
    expect(await storage.loadModel('b')).toEqual({ ok: true, value: undefined });
  });
});
