/** A network's weights as plain data: what checkpoints hold and what sampling reads. */

export interface NamedWeight {
  /** Layer and weight as Keras names them, e.g. `lstm/recurrent_kernel`. */
  name: string;
  shape: number[];
  values: Float32Array<ArrayBuffer>;
}
