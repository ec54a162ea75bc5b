/** Why a Keras file is not opened, as the person reads it. */
export class Refusal extends Error {}
