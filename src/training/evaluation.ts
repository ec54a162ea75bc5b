/** Validation loss: every held-out example once, without dropout. */
import type { Network } from '../model/network';
import type { Dataset } from './dataset';
import { nextTask } from './nextTask';

/**
 * Mean cross-entropy over the validation pieces, nats per note.
 * @returns undefined without validation pieces, or when stopped
 */
export async function validationLoss(
  network: Network,
  dataset: Dataset,
  signal: AbortSignal,
): Promise<number | undefined> {
  let sum = 0;
  const { count, batch, rows } = dataset.validationPass();
  for (let index = 0; index < count; index++) {
    if (signal.aborted) return undefined;
    const losses = network.losses(batch(index));
    for (const loss of await losses.data()) sum += loss;
    losses.dispose();
    await nextTask();
  }
  return rows > 0 ? sum / rows : undefined;
}
