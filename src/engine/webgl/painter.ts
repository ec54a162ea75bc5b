/**
 * Draws: compiles a fragment program once per context and runs it over a region of its targets.
 * tfjs's own `runWebGLProgram` makes a new texture for each output and fills it whole; a time step
 * of the LSTM writes one region of several textures at once, and its programs know all sizes as
 * uniforms, so that one compilation serves every time step and every shape.
 */

import { t } from '../../texts/t';
import { type Context, refuseLostContext } from './context';

/** A fragment program. Every sampler reads an RGBA32F or R32F texture. */
export interface Shader {
  samplers: readonly string[];
  /** Uniforms of type int. */
  integers: readonly string[];
  /** Uniforms of type ivec2, such as texel positions. */
  points: readonly string[];
  /** Uniforms of type float. */
  numbers?: readonly string[];
  /** Number of targets; the program writes `out0`, `out1`, ... */
  outputs: number;
  /** Functions and `main`. */
  code: string;
}

export interface Region {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Draw {
  target: WebGLFramebuffer;
  region: Region;
  /** By sampler's name. */
  textures: Readonly<Record<string, WebGLTexture>>;
  integers?: Readonly<Record<string, number>>;
  points?: Readonly<Record<string, readonly [number, number]>>;
  numbers?: Readonly<Record<string, number>>;
}

type Handle = NonNullable<Parameters<Context['backend']['gpgpu']['setProgram']>[0]>;

interface Program {
  handle: Handle;
  locations: Map<string, WebGLUniformLocation>;
}

// A triangle that covers the whole viewport, from vertex numbers alone.
const VERTEX_SOURCE = `#version 300 es
void main() {
  vec2 corner = vec2(gl_VertexID == 1 ? 3. : -1., gl_VertexID == 2 ? 3. : -1.);
  gl_Position = vec4(corner, 0., 1.);
}`;

const programs = new WeakMap<WebGL2RenderingContext, Map<Shader, Program>>();

/** Draws for one pass over a sequence; `dispose` frees its framebuffers. */
export class Painter {
  readonly #context: Context;
  readonly #framebuffers: WebGLFramebuffer[] = [];

  constructor(context: Context) {
    this.#context = context;
  }

  /** A framebuffer that writes `textures` as out0, out1, ... */
  target(textures: readonly WebGLTexture[]): WebGLFramebuffer {
    const { gl } = this.#context;
    const framebuffer = gl.createFramebuffer();
    this.#framebuffers.push(framebuffer);
    gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
    const attachments = textures.map((texture, i) => {
      const attachment = gl.COLOR_ATTACHMENT0 + i;
      gl.framebufferTexture2D(gl.FRAMEBUFFER, attachment, gl.TEXTURE_2D, texture, 0);
      return attachment;
    });
    gl.drawBuffers(attachments);
    const status = gl.checkFramebufferStatus(gl.FRAMEBUFFER);
    if (status !== gl.FRAMEBUFFER_COMPLETE) {
      refuseLostContext(gl);
      throw new Error(t('engine.cannotDraw', { status }));
    }
    return framebuffer;
  }

  draw(shader: Shader, { target, region, textures, integers, points, numbers }: Draw): void {
    const { gl } = this.#context;
    const program = programOf(this.#context, shader);
    use(this.#context, program.handle);
    gl.bindFramebuffer(gl.FRAMEBUFFER, target);
    gl.viewport(region.x, region.y, region.width, region.height);
    gl.scissor(region.x, region.y, region.width, region.height);
    for (const [unit, name] of shader.samplers.entries()) {
      gl.activeTexture(gl.TEXTURE0 + unit);
      gl.bindTexture(gl.TEXTURE_2D, textures[name]);
    }
    for (const name of shader.integers) {
      gl.uniform1i(program.locations.get(name) ?? null, uniformValue(integers, name));
    }
    for (const name of shader.points) {
      const [x, y] = uniformValue(points, name);
      gl.uniform2i(program.locations.get(name) ?? null, x, y);
    }
    for (const name of shader.numbers ?? []) {
      gl.uniform1f(program.locations.get(name) ?? null, uniformValue(numbers, name));
    }
    gl.drawArrays(gl.TRIANGLES, 0, 3);
  }

  /** @throws Error when the context was lost, so that nothing was drawn. */
  dispose(): void {
    const { gl } = this.#context;
    gl.bindFramebuffer(gl.FRAMEBUFFER, null);
    for (const framebuffer of this.#framebuffers) gl.deleteFramebuffer(framebuffer);
    refuseLostContext(gl);
  }
}

function uniformValue<T>(values: Readonly<Record<string, T>> | undefined, name: string): T {
  const value = values?.[name];
  if (value === undefined) throw new TypeError(`Uniform '${name}' has no value`);
  return value;
}

function programOf(context: Context, shader: Shader): Program {
  const { gl } = context;
  const compiled = programs.get(gl) ?? new Map<Shader, Program>();
  programs.set(gl, compiled);
  const known = compiled.get(shader);
  if (known !== undefined) return known;
  const program = link(context, shader);
  compiled.set(shader, program);
  return program;
}

function link(context: Context, shader: Shader): Program {
  const { gl } = context;
  // No attributes: an empty vertex array disables those of tfjs.
  const handle = Object.assign(gl.createProgram(), { vao: gl.createVertexArray() });
  for (const [type, source] of [
    [gl.VERTEX_SHADER, VERTEX_SOURCE],
    [gl.FRAGMENT_SHADER, fragmentSource(shader)],
  ] as const) {
    const part = gl.createShader(type);
    if (part === null) throw new Error(t('engine.noShader'));
    gl.shaderSource(part, source);
    gl.compileShader(part);
    gl.attachShader(handle, part);
    gl.deleteShader(part);
  }
  gl.linkProgram(handle);
  if (gl.getProgramParameter(handle, gl.LINK_STATUS) !== true) {
    refuseLostContext(gl);
    const logs = (gl.getAttachedShaders(handle) ?? []).map((part) => gl.getShaderInfoLog(part));
    const log = `${gl.getProgramInfoLog(handle)} ${logs.join(' ')}`;
    throw new Error(t('engine.shaderRefused', { log }));
  }
  use(context, handle);
  const locations = new Map<string, WebGLUniformLocation>();
  const { samplers, integers, points, numbers = [] } = shader;
  for (const name of [...samplers, ...integers, ...points, ...numbers]) {
    const location = gl.getUniformLocation(handle, name);
    if (location !== null) locations.set(name, location);
  }
  for (const [unit, name] of shader.samplers.entries()) {
    gl.uniform1i(locations.get(name) ?? null, unit);
  }
  return { handle, locations };
}

/** Through tfjs, which then knows that its own program is no longer the current one. */
function use({ backend }: Context, handle: Handle): void {
  backend.gpgpu.setProgram(handle);
  backend.gpgpu.bindVertexArray(handle.vao);
}

function fragmentSource(shader: Shader): string {
  const outputs = Array.from(
    { length: shader.outputs },
    (_, i) => `layout(location = ${i}) out vec4 out${i};`,
  );
  return [
    '#version 300 es',
    'precision highp float;',
    'precision highp int;',
    'precision highp sampler2D;',
    ...shader.samplers.map((name) => `uniform sampler2D ${name};`),
    ...shader.integers.map((name) => `uniform int ${name};`),
    ...shader.points.map((name) => `uniform ivec2 ${name};`),
    ...(shader.numbers ?? []).map((name) => `uniform float ${name};`),
    ...outputs,
    shader.code,
  ].join('\n');
}
