/**
 * Vitest setup file: copies the reason given to `skip(reason)` to where the JSON report has it.
 * A suite that is skipped as a whole sets `{ meta: { skipReason } }` directly.
 */
import { afterEach } from 'vitest';

declare module 'vitest' {
  interface TaskMeta {
    skipReason?: string;
  }
}

afterEach(({ task }) => {
  const { result } = task;
  // Vitest's types lack the note.
  if (result?.state === 'skip' && 'note' in result && typeof result.note === 'string') {
    task.meta.skipReason ??= result.note;
  }
});
