/** A thread that encodes one batch after the other. */
import { parentPort, workerData } from 'node:worker_threads';
import { encodeBatch } from './batch';
import type { FileBatch } from './batches';
import type { EncodeOptions } from './report';

const options: EncodeOptions = workerData;

parentPort?.on('message', (batch: FileBatch) => {
  encodeBatch(batch, options).then(
    (report) => parentPort?.postMessage(report),
    // Ends the thread, and with it the run.
    (error: unknown) => setImmediate(() => Promise.reject(error)),
  );
});
