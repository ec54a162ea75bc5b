import { expect, it } from 'vitest';
import type { CollectionName } from '../../storage/database';
import type { CollectionChange } from '../../storage/storage';
import { type StorageResult, storageError } from '../../storage/storageError';
import { samplePiece } from '../../storage/testing/samples';
import { pieceOf } from '../testing/composing';
import { CollectionSync } from './collectionSync';

interface Change {
  put: string[];
  remove: readonly string[];
}
type Settle = (outcome: StorageResult<void>) => void;

const OK: StorageResult<void> = { ok: true, value: undefined };
const FULL: StorageResult<void> = { ok: false, error: storageError('full') };

const [a, b, c] = ['a', 'b', 'c'].map((id) => pieceOf(id));

/** Saves of a list that holds `a` at first; each stays in flight until its `settle` is called. */
function sceneOf(): {
  sync: CollectionSync<'pieces', typeof a>;
  saves: (Change & { settle: Settle })[];
} {
  const saves: (Change & { settle: Settle })[] = [];
  const storage = {
    changeCollection: <S extends CollectionName>(
      _: S,
      { put, remove }: CollectionChange<S>,
    ): Promise<StorageResult<void>> =>
      new Promise((settle) => saves.push({ put: put.map(({ id }) => id), remove, settle })),
  };
  return { sync: new CollectionSync(storage, 'pieces', [a], ({ id }) => samplePiece(id)), saves };
}

it('stores what is new or removed, and nothing where nothing has changed', async () => {
  const { sync, saves } = sceneOf();
  expect(await sync.keep([a])).toEqual(OK);
  expect(saves).toEqual([]);
  const kept = sync.keep([b]);
  expect(saves[0]).toMatchObject({ put: ['b'], remove: ['a'] });
  saves[0].settle(OK);
  expect(await kept).toEqual(OK);
  await sync.keep([b]);
  expect(saves).toHaveLength(1);
});

it('removes what a save in flight adds', async () => {
  const { sync, saves } = sceneOf();
  const first = sync.keep([a, b, c]);
  const second = sync.keep([a, c]);
  expect(saves[1]).toMatchObject({ put: ['c'], remove: ['b'] });
  for (const { settle } of saves) settle(OK);
  await Promise.all([first, second]);
  await sync.keep([a, c]);
  expect(saves).toHaveLength(2);
});

it('puts back what a save in flight changes or removes', () => {
  const { sync, saves } = sceneOf();
  void sync.keep([{ ...a, included: false }]);
  void sync.keep([a]);
  expect(saves[1]).toMatchObject({ put: ['a'], remove: [] });
  void sync.keep([]);
  void sync.keep([a]);
  expect(saves[3]).toMatchObject({ put: ['a'], remove: [] });
});

it('stores again what an earlier save in flight failed to', async () => {
  const { sync, saves } = sceneOf();
  const first = sync.keep([a, b]);
  const second = sync.keep([a, b, c]);
  expect(saves[1]).toMatchObject({ put: ['b', 'c'], remove: [] });
  saves[0].settle(FULL);
  saves[1].settle(OK);
  expect(await first).toEqual(FULL);
  await second;
  await sync.keep([a, b, c]);
  expect(saves).toHaveLength(2);
});
