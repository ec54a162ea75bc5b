/** Limit: a sentence may name what the file names, which may be megabytes. */
const LONGEST = 500;

/** Why a Keras file is not opened, as the person reads it. */
export class Refusal extends Error {
  constructor(sentence: string) {
    super(sentence.length > LONGEST ? `${sentence.slice(0, LONGEST)}…` : sentence);
  }
}
