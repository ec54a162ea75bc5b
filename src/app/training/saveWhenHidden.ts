/** Saves the run when the page is hidden: phones end pages that are out of sight, without a word. */
import type { WorkerClient } from '../../worker/client';

/** @param page replaceable in tests */
export function saveWhenHidden(
  trainer: Pick<WorkerClient, 'requestSave'>,
  page: Pick<Document, 'visibilityState' | 'addEventListener'> = document,
): void {
  page.addEventListener('visibilitychange', () => {
    if (page.visibilityState === 'hidden') trainer.requestSave();
  });
}
