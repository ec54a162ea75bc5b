/** Detects the loss of the backend's device, whose results look like numbers but are void. */
import * as tf from '@tensorflow/tfjs';
import { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { t } from '../../texts/t';

export interface BackendWatch {
  /**
   * Result of `work`, unless the device is lost: a read from a lost device may never end.
   * @throws {Error} with a plain sentence when the device has been lost
   */
  whileAlive<T>(work: Promise<T>): Promise<T>;
  end(): void;
}

/** Only WebGL loses its device silently; lost WASM threads throw. */
export function watchBackend(): BackendWatch {
  const backend = tf.backend();
  if (!(backend instanceof MathBackendWebGL)) {
    return { whileAlive: (work) => work, end: () => {} };
  }
  const { gl } = backend.gpgpu;
  let end = (): void => {};
  const lost = new Promise<never>((_resolve, reject) => {
    const onLost = (): void => reject(new Error(t('engine.takenAway')));
    gl.canvas.addEventListener('webglcontextlost', onLost);
    end = () => gl.canvas.removeEventListener('webglcontextlost', onLost);
  });
  // Without a waiter, the next `whileAlive` reports the loss.
  lost.catch(() => {});
  return {
    whileAlive: (work) =>
      Promise.race([work, lost]).finally(() => {
        // Values of a lost device, NaN or not, are void.
        if (gl.isContextLost()) throw new Error(t('engine.takenAway'));
      }),
    end,
  };
}
