/** A process that encodes one batch after the other, each with its answer. */
import { encodeBatch } from './batch';
import type { FileBatch } from './batches';
import type { EncodeOptions, WorkerAnswer } from './report';

process.on('message', ({ batch, options }: { batch: FileBatch; options: EncodeOptions }) => {
  encodeBatch(batch, options, (reading) => answer({ reading })).then(
    (report) => answer({ report, memory: process.memoryUsage.rss() }),
    (error: unknown) => answer({ failure: error instanceof Error ? error.message : String(error) }),
  );
});
// Nobody is left to work for.
process.on('disconnect', () => process.exit());

function answer(message: WorkerAnswer): void {
  process.send?.(message);
}
