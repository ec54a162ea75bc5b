/** Initial weights of an LSTM as in Keras, from a seeded generator. */

/** A source of uniform numbers in [0, 1). */
export interface UniformSource {
  next(): number;
}

/**
 * Uniform in ±sqrt(6 / (rows + columns)), row-major `[rows, columns]`.
 * Glorot & Bengio 2010, eq. 16.
 */
export function glorotUniform(
  rows: number,
  columns: number,
  random: UniformSource,
): Float32Array<ArrayBuffer> {
  const limit = Math.sqrt(6 / (rows + columns));
  return Float32Array.from({ length: rows * columns }, () => (2 * random.next() - 1) * limit);
}

/**
 * A `[rows, columns]` matrix, row-major, drawn uniformly from those whose shorter side is
 * orthonormal: rows of Gaussians made orthonormal by Gram-Schmidt with positive norms, which is the
 * QR factor with positive diagonal (Mezzadri 2007, section 5).
 */
export function orthogonal(
  rows: number,
  columns: number,
  random: UniformSource,
): Float32Array<ArrayBuffer> {
  const count = Math.min(rows, columns);
  const length = Math.max(rows, columns);
  const vectors = Array.from({ length: count }, () => gaussians(length, random));
  orthonormalize(vectors);
  const result = new Float32Array(rows * columns);
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      result[r * columns + c] = rows <= columns ? vectors[r][c] : vectors[c][r];
    }
  }
  return result;
}

/** `[4*units]` in gate order i, f, c, o: zeros, or ones for the forget gate. */
export function lstmBias(units: number, unitForgetBias: boolean): Float32Array<ArrayBuffer> {
  const bias = new Float32Array(4 * units);
  if (unitForgetBias) bias.fill(1, units, 2 * units);
  return bias;
}

/** Standard normal numbers (Box & Muller 1958). */
function gaussians(length: number, random: UniformSource): Float64Array {
  const values = new Float64Array(length);
  for (let i = 0; i < length; i += 2) {
    const radius = Math.sqrt(-2 * Math.log(1 - random.next()));
    const angle = 2 * Math.PI * random.next();
    values[i] = radius * Math.cos(angle);
    if (i + 1 < length) values[i + 1] = radius * Math.sin(angle);
  }
  return values;
}

/**
 * Gram-Schmidt in panels of four: the components along a finished panel are subtracted from all
 * later vectors, two at a time, so that each loaded number serves several products. Gaussian
 * vectors are far from dependent, so one pass keeps them orthogonal to rounding error.
 */
function orthonormalize(vectors: Float64Array[]): void {
  for (let start = 0; start < vectors.length; start += 4) {
    const panel = vectors.slice(start, start + 4);
    panel.forEach((vector, i) => {
      for (let j = 0; j < i; j++) subtractProjection(vector, panel[j]);
      normalize(vector);
    });
    const later = vectors.slice(start + 4);
    if (later.length === 0) return;
    const interleaved = interleave(panel);
    for (let i = 0; i < later.length; i += 2) {
      const other = i + 1 < later.length ? later[i + 1] : new Float64Array(later[i].length);
      subtractPanel(later[i], other, interleaved);
    }
  }
}

/** First numbers of all vectors, then second numbers: one array instead of four. */
function interleave(panel: Float64Array[]): Float64Array {
  const result = new Float64Array(4 * panel[0].length);
  panel.forEach((vector, i) => {
    for (let k = 0; k < vector.length; k++) result[4 * k + i] = vector[k];
  });
  return result;
}

function subtractProjection(vector: Float64Array, unit: Float64Array): void {
  let dot = 0;
  for (let k = 0; k < vector.length; k++) dot += vector[k] * unit[k];
  for (let k = 0; k < vector.length; k++) vector[k] -= dot * unit[k];
}

function normalize(vector: Float64Array): void {
  let sum = 0;
  for (let k = 0; k < vector.length; k++) sum += vector[k] * vector[k];
  const scale = 1 / Math.sqrt(sum);
  for (let k = 0; k < vector.length; k++) vector[k] *= scale;
}

/** Subtracts the components along four interleaved orthonormal vectors from `x` and `y`. */
function subtractPanel(x: Float64Array, y: Float64Array, panel: Float64Array): void {
  let xp = 0;
  let xq = 0;
  let xr = 0;
  let xs = 0;
  let yp = 0;
  let yq = 0;
  let yr = 0;
  let ys = 0;
  for (let k = 0, i = 0; k < x.length; k++, i += 4) {
    const xk = x[k];
    const yk = y[k];
    const p = panel[i];
    const q = panel[i + 1];
    const r = panel[i + 2];
    const s = panel[i + 3];
    xp += xk * p;
    xq += xk * q;
    xr += xk * r;
    xs += xk * s;
    yp += yk * p;
    yq += yk * q;
    yr += yk * r;
    ys += yk * s;
  }
  for (let k = 0, i = 0; k < x.length; k++, i += 4) {
    const p = panel[i];
    const q = panel[i + 1];
    const r = panel[i + 2];
    const s = panel[i + 3];
    x[k] -= xp * p + xq * q + xr * r + xs * s;
    y[k] -= yp * p + yq * q + yr * r + ys * s;
  }
}
