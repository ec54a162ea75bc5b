/** Command-line options, each with its type, default and range. */
import { parseArgs } from 'node:util';

/** One option. `read` gets no text if the option is absent, and throws `WrongOption`. */
export interface Option<T> {
  type: 'string' | 'boolean';
  short?: string;
  read(name: string, text: string | undefined): T;
}

/** An option per value. */
type Options<V> = { readonly [K in keyof V]: Option<V[K]> };

export type CommandLine<V> =
  | { ok: true; values: V; positionals: string[] }
  /** One line. */
  | { ok: false; reason: string };

class WrongOption extends Error {}

export const flag = (short?: string): Option<boolean> => ({
  ...{ type: 'boolean', short },
  read: (_, text) => text !== undefined,
});

export const text = <D extends string | undefined>(fallback: D): Option<string | D> => ({
  type: 'string',
  read: (_, given) => given ?? fallback,
});

/** A whole number, at least `least`. */
export const whole = <D extends number | undefined>(
  fallback: D,
  least = 1,
): Option<number | D> => ({
  type: 'string',
  read(name, given) {
    if (given === undefined) return fallback;
    if (/^\d+$/.test(given) && Number(given) >= least) return Number(given);
    throw new WrongOption(`--${name} must be a whole number from ${least} up, not "${given}".`);
  },
});

/** A number above 0. */
export const positive = (): Option<number | undefined> => ({
  type: 'string',
  read(name, given) {
    if (given === undefined) return undefined;
    const value = Number(given);
    if (given.trim() !== '' && Number.isFinite(value) && value > 0) return value;
    throw new WrongOption(`--${name} must be a number above 0, not "${given}".`);
  },
});

function find<T extends string>(name: string, given: string, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === given);
  if (found !== undefined) return found;
  throw new WrongOption(`--${name} must be one of ${allowed.join(', ')}, not "${given}".`);
}

/** One of some words. */
export const oneOf = <T extends string>(allowed: readonly T[], fallback: T): Option<T> => ({
  type: 'string',
  read: (name, given) => find(name, given ?? fallback, allowed),
});

/** Several of some words, separated by commas. Default: all. */
export const someOf = <T extends string>(
  allowed: readonly T[],
  fallback: readonly T[] = allowed,
): Option<readonly T[]> => ({
  type: 'string',
  read: (name, given) => given?.split(',').map((each) => find(name, each, allowed)) ?? fallback,
});

/** Reason of an error of `parseArgs`, without its advice on `--`. */
function reasonOf(error: unknown, names: readonly string[]): string {
  if (error instanceof WrongOption) return error.message;
  if (!(error instanceof Error)) throw error;
  const [reason] = error.message.split(/\. (?=To |This )/);
  const allowed = names.map((name) => `--${name}`).join(', ');
  return `${reason.replace(/\.$/, '')}. The options are ${allowed}.`;
}

/** @param args command line after the name of the script */
export function readCommandLine<V extends object>(
  options: Options<V>,
  args: readonly string[],
  allowPositionals = false,
): CommandLine<V> {
  const config: Record<string, { type: 'string' | 'boolean'; short?: string }> = {};
  for (const name in options) {
    const { type, short } = options[name];
    config[name] = short === undefined ? { type } : { type, short };
  }
  try {
    const given = parseArgs({ args: [...args], allowPositionals, options: config });
    const values = {} as V;
    for (const name in options)
      values[name] = options[name].read(name, given.values[name]?.toString());
    return { ok: true, values, positionals: given.positionals };
  } catch (error) {
    return { ok: false, reason: reasonOf(error, Object.keys(config)) };
  }
}

/** Options of this process; if they are wrong, prints one line and ends with status 2. */
export function commandOptions<V extends object>(options: Options<V>): V {
  const read = readCommandLine(options, process.argv.slice(2));
  if (read.ok) return read.values;
  console.error(read.reason);
  process.exit(2);
}
