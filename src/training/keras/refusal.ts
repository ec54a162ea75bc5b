/** Why a Keras file is not opened, as the person reads it. */
export class Refusal extends Error {}

/** A network other than ours, by its first difference: "its ...". */
export function differs(difference: string): Refusal {
  return new Refusal(`This Keras model is another network than Etude’s: ${difference}.`);
}
