/** The validation loss: every held-out example once, dropout off. */
import type { Network } from '../model/network';
import type { Dataset } from './dataset';
import { nextTask } from './nextTask';

/**
 * Mean cross-entropy over the validation pieces, nats per note.
 * @returns undefined where no piece is held out, or when stopped on the way
 */
export async function validationLoss(
  network: Network,
  dataset: Dataset,
  signal: AbortSignal,
): Promise<number | undefined> {
  let sum = 0;
  for (let index = 0; index < dataset.batches('validation'); index++) {
    if (signal.aborted) return undefined;
    const loss = network.lossSum(dataset.batch('validation', index));
    const [value] = await loss.data();
    loss.dispose();
    sum += value;
    await nextTask();
  }
  const examples = dataset.examples('validation');
  return examples > 0 ? sum / examples : undefined;
}
