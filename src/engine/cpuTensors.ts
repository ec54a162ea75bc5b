/** Reads and writes tensors of tfjs's 'cpu' backend, whose values are plain arrays. */
import * as tf from '@tensorflow/tfjs';

/** @throws TypeError when it is another kind of object. */
export function narrowToBackend(backend: object): tf.KernelBackend {
  if (backend instanceof tf.KernelBackend) return backend;
  throw new TypeError('Not a tfjs backend');
}

/** @throws TypeError when the tensor is not float32. */
export function readFloats(backend: tf.KernelBackend, info: tf.TensorInfo): Float32Array {
  const values = backend.readSync(info.dataId);
  if (values instanceof Float32Array) return values;
  throw new TypeError(`Expected a float32 tensor, got ${info.dtype}`);
}

/** @throws TypeError when the tensor is not int32. */
export function readIntegers(backend: tf.KernelBackend, info: tf.TensorInfo): Int32Array {
  const values = backend.readSync(info.dataId);
  if (values instanceof Int32Array) return values;
  throw new TypeError(`Expected an int32 tensor, got ${info.dtype}`);
}

/** A new float32 tensor. */
export function writeFloats(
  backend: tf.KernelBackend,
  values: Float32Array,
  shape: readonly number[],
): tf.TensorInfo {
  const dataId = backend.write(values, [...shape], 'float32');
  return { dataId, shape: [...shape], dtype: 'float32' };
}
