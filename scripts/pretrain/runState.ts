/** The run's own record in the work folder, beside its checkpoint: which run, and how long. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';

const schema = v.object({
  /** Digest of everything that the run's steps follow from. */
  identity: v.string(),
  /** Seconds of training up to the checkpoint, over all sessions. */
  seconds: v.number(),
});

export type RunState = v.InferOutput<typeof schema>;

const path = (work: string): string => join(work, 'run.json');

export function identityOf(parts: object): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** @returns undefined for a folder without a run */
export function readRunState(work: string): RunState | undefined {
  if (!existsSync(path(work))) return undefined;
  return v.parse(schema, JSON.parse(readFileSync(path(work), 'utf8')));
}

export function writeRunState(work: string, state: RunState): void {
  writeFileSync(path(work), `${JSON.stringify(state, null, 2)}\n`);
}
