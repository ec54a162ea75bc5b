/**
 * The step to version 3 of the database: lists stand by id. Version 1 kept an order of each list
 * beside it. Where that differs from the order of the ids (a clock that was set back, two tabs),
 * the items get new ids, wherever they are referred to.
 */
import { v7 } from 'uuid';
import type { EtudeDatabase, UpgradeTransaction } from './database';
import { ONLY } from './keys';

type Renamed = ReadonlyMap<string, string>;

export async function orderByIds(
  database: EtudeDatabase,
  transaction: UpgradeTransaction,
): Promise<void> {
  const pieceStore = transaction.objectStore('pieces');
  const takeStore = transaction.objectStore('takes');
  const orders = transaction.objectStore('orders');
  const [pieces, takes, pieceOrder = [], takeOrder = []] = await Promise.all([
    pieceStore.getAll(),
    takeStore.getAll(),
    orders.get('pieces'),
    orders.get('takes'),
  ]);
  database.deleteObjectStore('orders');
  const newPieces = idsInOrder(pieces, pieceOrder);
  const newTakes = idsInOrder(takes, takeOrder);
  if (newPieces.size + newTakes.size === 0) return;

  const renamed = new Map([...newPieces, ...newTakes]);
  await Promise.all([...pieces.map(({ id }) => pieceStore.delete(id))]);
  await Promise.all([...takes.map(({ id }) => takeStore.delete(id))]);
  await Promise.all([
    ...pieces.map((piece) => pieceStore.put({ ...piece, id: idOf(renamed, piece.id) })),
    ...takes.map(({ promptSource, ...take }) =>
      takeStore.put({
        ...take,
        id: idOf(renamed, take.id),
        ...(promptSource && {
          promptSource: { ...promptSource, id: idOf(renamed, promptSource.id) },
        }),
      }),
    ),
  ]);
  await renameInRun(transaction, newPieces);
}

async function renameInRun(transaction: UpgradeTransaction, renamed: Renamed): Promise<void> {
  const pieceStore = transaction.objectStore('runPieces');
  const checkpointStore = transaction.objectStore('checkpoints');
  const [pieces, checkpoint] = await Promise.all([pieceStore.get(ONLY), checkpointStore.get(ONLY)]);
  // A damaged run keeps its ids: it cannot be resumed either way.
  if (Array.isArray(pieces)) {
    const named = pieces.map((piece) => ({ ...piece, id: idOf(renamed, piece.id) }));
    await pieceStore.put(named, ONLY);
  }
  if (checkpoint?.trainedOn) {
    const { training, validation } = checkpoint.trainedOn;
    const named = (ids: readonly string[]): string[] => ids.map((id) => idOf(renamed, id));
    const trainedOn = { training: named(training), validation: named(validation) };
    await checkpointStore.put({ ...checkpoint, trainedOn }, ONLY);
  }
}

function idOf(renamed: Renamed, id: string): string {
  return renamed.get(id) ?? id;
}

/**
 * New ids in the stored order; none where the ids are in it already.
 * @param items by id, as the database gives them
 * @param order an item that it lacks, from another tab, stands behind the one that its id follows
 */
function idsInOrder(items: readonly { id: string }[], order: readonly string[]): Renamed {
  const places = new Map(order.map((id, place) => [id, place]));
  let place = -1;
  const placed = items.map(({ id }) => {
    place = places.get(id) ?? place;
    return { id, place };
  });
  const sorted = placed.toSorted((a, b) => a.place - b.place);
  if (sorted.every(({ id }, i) => id === items[i].id)) return new Map();
  // Milliseconds of 1970: they sort before all ids to come.
  return new Map(sorted.map(({ id }, i) => [id, `v7-${v7({ msecs: i, seq: 0 })}`]));
}
