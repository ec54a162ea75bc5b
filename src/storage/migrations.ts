/** How each version of the database follows from the one before. */
import { type FieldNames, renameFields } from './renameFields';

/** Turns the database of one version into the next, inside the upgrade's transaction. */
export type Migration = (database: IDBDatabase, transaction: IDBTransaction) => void;

/** Migration `i` leads from version `i` to `i + 1`. Published ones never change. */
export const migrations: readonly Migration[] = [createStores, renameByStandardTerms];

function createStores(database: IDBDatabase): void {
  database.createObjectStore('pieces', { keyPath: 'id' });
  database.createObjectStore('takes', { keyPath: 'id' });
  database.createObjectStore('orders');
  database.createObjectStore('settings');
  database.createObjectStore('runs');
  database.createObjectStore('runPieces');
  database.createObjectStore('checkpoints');
}

const PIECE_NAMES: FieldNames = { mended: 'repairs' };

const TAKE_NAMES: FieldNames = {
  openingNotes: 'promptNotes',
  openingTitle: 'promptTitle',
  openedBy: 'promptSource',
  copying: { name: 'copying', fields: { learnt: 'trainedOn' } },
};

const CHECKPOINT_NAMES: FieldNames = { learnt: 'trainedOn', manner: 'typicalMeter' };

function renameByStandardTerms(_database: IDBDatabase, transaction: IDBTransaction): void {
  const rewrite = (store: string, change: (value: unknown) => unknown): void =>
    rewriteAll(transaction.objectStore(store), change);
  rewrite('pieces', (piece) => renameFields(piece, PIECE_NAMES));
  rewrite('takes', (take) => renameFields(take, TAKE_NAMES));
  rewrite('checkpoints', (checkpoint) => renameFields(checkpoint, CHECKPOINT_NAMES));
  rewrite('runPieces', (pieces) =>
    Array.isArray(pieces) ? pieces.map((piece) => renameFields(piece, PIECE_NAMES)) : pieces,
  );
}

function rewriteAll(store: IDBObjectStore, change: (value: unknown) => unknown): void {
  const request = store.openCursor();
  request.onsuccess = () => {
    const cursor = request.result;
    if (!cursor) return;
    cursor.update(change(cursor.value));
    cursor.continue();
  };
}
