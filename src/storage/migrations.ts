/** How each version of the database follows from the one before. */
import { unwrap } from 'idb';
import type { EtudeDatabase, Migration, UpgradeTransaction } from './database';
import { orderByIds } from './orderedIds';
import { type FieldNames, renameFields } from './renameFields';

/** Migration `i` leads from version `i` to `i + 1`. Published ones never change. */
export const migrations: readonly Migration[] = [
  createStores,
  renameByStandardTerms,
  orderByIds,
  createModelStores,
];

function createStores(database: EtudeDatabase): void {
  database.createObjectStore('pieces', { keyPath: 'id' });
  database.createObjectStore('takes', { keyPath: 'id' });
  database.createObjectStore('orders');
  database.createObjectStore('settings');
  database.createObjectStore('runs');
  database.createObjectStore('runPieces');
  database.createObjectStore('checkpoints');
}

function createModelStores(database: EtudeDatabase): void {
  database.createObjectStore('models', { keyPath: 'id' });
  database.createObjectStore('modelData');
  database.createObjectStore('modelSnippets');
}

const PIECE_NAMES: FieldNames = { mended: 'repairs' };

const TAKE_NAMES: FieldNames = {
  openingNotes: 'promptNotes',
  openingTitle: 'promptTitle',
  openedBy: 'promptSource',
  copying: { name: 'copying', fields: { learnt: 'trainedOn' } },
};

const CHECKPOINT_NAMES: FieldNames = { learnt: 'trainedOn', manner: 'typicalMeter' };

async function renameByStandardTerms(
  _database: EtudeDatabase,
  transaction: UpgradeTransaction,
): Promise<void> {
  const rewrite = (store: string, change: (value: unknown) => unknown): Promise<void> =>
    rewriteAll(unwrap(transaction).objectStore(store), change);
  await rewrite('pieces', (piece) => renameFields(piece, PIECE_NAMES));
  await rewrite('takes', (take) => renameFields(take, TAKE_NAMES));
  await rewrite('checkpoints', (checkpoint) => renameFields(checkpoint, CHECKPOINT_NAMES));
  await rewrite('runPieces', (pieces) =>
    Array.isArray(pieces) ? pieces.map((piece) => renameFields(piece, PIECE_NAMES)) : pieces,
  );
}

/** A failed request aborts the transaction, and opening the database with it. */
function rewriteAll(store: IDBObjectStore, change: (value: unknown) => unknown): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = store.openCursor();
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const cursor = request.result;
      if (!cursor) {
        resolve();
        return;
      }
      cursor.update(change(cursor.value));
      cursor.continue();
    };
  });
}
