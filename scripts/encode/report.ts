/** What is known of a batch of files once it is encoded; its file marks the batch as done. */
import * as v from 'valibot';

export const batchReport = v.object({
  /** Identifies the batch's files and the options. */
  identity: v.string(),
  files: v.number(),
  pieces: v.number(),
  notes: v.number(),
  leftOut: v.array(v.object({ file: v.string(), reason: v.string() })),
});

export type BatchReport = v.InferOutput<typeof batchReport>;

/** What a process that encodes says of a batch. */
export type WorkerAnswer =
  /** Its path, sent before each file. */
  | { reading: string }
  /** `memory` of the process, bytes. */
  | { report: BatchReport; memory: number }
  | { failure: string };

/** Options of a whole run. */
export interface EncodeOptions {
  /** Folder of the shards. */
  out: string;
  encoding: string;
  /** Share of the works that are held out, 0..1. */
  validation: number;
}
