/**
 * A Vitest setup file: puts the reason given to `skip(reason)` where the JSON report carries it.
 * A suite that is skipped as a whole gives `{ meta: { skipReason } }` itself.
 */
import { afterEach } from 'vitest';

declare module 'vitest' {
  interface TaskMeta {
    skipReason?: string;
  }
}

afterEach(({ task }) => {
  const { result } = task;
  // The note is missing from Vitest's types.
  if (result?.state === 'skip' && 'note' in result && typeof result.note === 'string') {
    task.meta.skipReason ??= result.note;
  }
});
