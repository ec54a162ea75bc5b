/**
 * Requirements on a WebGL context (version 2, single precision, not lost) and the limits of one
 * draw. Errors are sentences for the person.
 */
import * as tf from '@tensorflow/tfjs';
import { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { t } from '../../texts/t';

export interface Context {
  backend: MathBackendWebGL;
  gl: WebGL2RenderingContext;
  /** Units per fragment of the gate and weight programs: four targets each. */
  unitsPerTile: 1 | 2;
  /** Longest side of a texture, texels. */
  maxTextureSize: number;
}

const contexts = new WeakMap<WebGL2RenderingContext, Context>();

/** @throws TypeError when the backend is not tfjs's 'webgl'. */
export function narrowToWebgl(backend: object): MathBackendWebGL {
  if (backend instanceof MathBackendWebGL) return backend;
  throw new TypeError('Not the WebGL backend of tfjs');
}

/**
 * @throws Error when the context is lost, is not WebGL 2, or computes in half precision only: all
 * of them would end in wrong numbers.
 */
export function contextOf(backend: MathBackendWebGL): Context {
  const { gl } = backend.gpgpu;
  if (!(gl instanceof WebGL2RenderingContext)) {
    throw new Error(t('engine.onlyWebgl1'));
  }
  refuseLostContext(gl);
  if (!tf.env().getBool('WEBGL_RENDER_FLOAT32_ENABLED')) {
    throw new Error(t('engine.halfPrecision'));
  }
  const known = contexts.get(gl);
  if (known !== undefined) return known;
  const maxTextureSize: unknown = gl.getParameter(gl.MAX_TEXTURE_SIZE);
  if (typeof maxTextureSize !== 'number') throw new TypeError('MAX_TEXTURE_SIZE is not a number');
  const unitsPerTile = takesEightTargets(gl) ? 2 : 1;
  const context: Context = { backend, gl, unitsPerTile, maxTextureSize };
  contexts.set(gl, context);
  return context;
}

/** @throws Error when the context is lost, and its data with it. */
export function refuseLostContext(gl: WebGL2RenderingContext): void {
  if (!gl.isContextLost()) return;
  throw new Error(t('engine.contextLost'));
}

/**
 * Whether one draw can fill eight RGBA32F targets. The limit alone is no proof: Apple's tile
 * memory holds four of them.
 */
function takesEightTargets(gl: WebGL2RenderingContext): boolean {
  const limit: unknown = gl.getParameter(gl.MAX_DRAW_BUFFERS);
  if (typeof limit !== 'number' || limit < 8) return false;
  const framebuffer = gl.createFramebuffer();
  gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
  const textures = Array.from({ length: 8 }, (_, i) => {
    const texture = gl.createTexture();
    gl.bindTexture(gl.TEXTURE_2D, texture);
    gl.texStorage2D(gl.TEXTURE_2D, 1, gl.RGBA32F, 1, 1);
    const attachment = gl.COLOR_ATTACHMENT0 + i;
    gl.framebufferTexture2D(gl.FRAMEBUFFER, attachment, gl.TEXTURE_2D, texture, 0);
    return texture;
  });
  const complete = gl.checkFramebufferStatus(gl.FRAMEBUFFER) === gl.FRAMEBUFFER_COMPLETE;
  gl.bindTexture(gl.TEXTURE_2D, null);
  gl.bindFramebuffer(gl.FRAMEBUFFER, null);
  for (const texture of textures) gl.deleteTexture(texture);
  gl.deleteFramebuffer(framebuffer);
  return complete;
}
