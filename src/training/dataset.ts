/** What training sees of the pieces: encoded rows, split by piece, cut into batches. */

/** Numbers about the data, for the person to judge it by. */
export interface DataStatistics {
  pieces: { training: number; validation: number };
  /** Windows that training draws from. */
  sequences: { training: number; validation: number };
  notes: { training: number; validation: number };
  /** The most common notes, most common first, at most twenty. */
  commonNotes: { pitch: number; count: number }[];
  /** Cross-entropy of guessing by note frequency, nats per note. */
  frequencyLoss: number;
}
