/** Watches over the backend in use: what a lost device computes looks like numbers, but is none. */
import * as tf from '@tensorflow/tfjs';
import { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';

export interface BackendWatch {
  /**
   * What `work` resolves to, if the device outlived it; a read from a lost device may never end.
   * @throws {Error} with a plain sentence when the device has been lost
   */
  whileAlive<T>(work: Promise<T>): Promise<T>;
  end(): void;
}

const CONTEXT_LOST = 'The browser took the graphics adapter away.';

/** Only WebGL loses its device without an exception; lost WASM threads throw by themselves. */
export function watchBackend(): BackendWatch {
  const backend = tf.backend();
  if (!(backend instanceof MathBackendWebGL)) {
    return { whileAlive: (work) => work, end: () => {} };
  }
  const { gl } = backend.gpgpu;
  let end = (): void => {};
  const lost = new Promise<never>((_resolve, reject) => {
    const onLost = (): void => reject(new Error(CONTEXT_LOST));
    gl.canvas.addEventListener('webglcontextlost', onLost);
    end = () => gl.canvas.removeEventListener('webglcontextlost', onLost);
  });
  // Where nobody waits when it happens, the next `whileAlive` tells.
  lost.catch(() => {});
  return {
    whileAlive: (work) =>
      Promise.race([work, lost]).finally(() => {
        // Not a number, or any number: on a lost device it says nothing of the run.
        if (gl.isContextLost()) throw new Error(CONTEXT_LOST);
      }),
    end,
  };
}
