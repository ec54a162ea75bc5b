/** Arrays of floating-point numbers in single or double precision, for the plain references. */

export type Floats = Float32Array | Float64Array;

/** Makes an array of zeros, and so decides the precision that a reference computes in. */
export type Allocate<F extends Floats> = (length: number) => F;
