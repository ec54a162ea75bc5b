/** Checks of data from outside, piece by piece: what passes has the type that the check says. */

/** Thrown where data is not as it must be; the message is for whoever looks for the fault. */
export class Refusal extends Error {}

/**
 * Returns the value, typed and stripped of what nobody asked for.
 * @param path where it stands, e.g. `settings.epochs`
 * @throws {Refusal}
 */
export type Check<T> = (value: unknown, path: string) => T;

export type Checked<C> = C extends Check<infer T> ? T : never;

function refuse(path: string, wanted: string): never {
  throw new Refusal(`${path} is not ${wanted}.`);
}

export function number(minimum: number, maximum: number): Check<number> {
  return (value, path) => {
    if (typeof value === 'number' && value >= minimum && value <= maximum) return value;
    return refuse(path, `a number from ${minimum} to ${maximum}`);
  };
}

export function integer(minimum: number, maximum: number): Check<number> {
  const inRange = number(minimum, maximum);
  return (value, path) => {
    if (Number.isInteger(value)) return inRange(value, path);
    return refuse(path, 'a whole number');
  };
}

export function text(maximumLength: number): Check<string> {
  return (value, path) => {
    if (typeof value === 'string' && value.length <= maximumLength) return value;
    return refuse(path, `a text of at most ${maximumLength} letters`);
  };
}

export function oneOf<const T extends string | number>(allowed: readonly T[]): Check<T> {
  return (value, path) => {
    const found = allowed.find((candidate) => candidate === value);
    return found ?? refuse(path, `one of ${allowed.join(', ')}`);
  };
}

export function list<T>(item: Check<T>, maximumLength: number): Check<T[]> {
  return (value, path) => {
    if (!Array.isArray(value) || value.length > maximumLength) {
      return refuse(path, `a list of at most ${maximumLength}`);
    }
    return value.map((each: unknown, i) => item(each, `${path}[${i}]`));
  };
}

export function optional<T>(check: Check<T>): Check<T | undefined> {
  return (value, path) => (value === undefined ? undefined : check(value, path));
}

type OptionalKeys<F> = {
  [K in keyof F]: F[K] extends Check<infer T> ? (undefined extends T ? K : never) : never;
}[keyof F];

type Fields<F> = { [K in Exclude<keyof F, OptionalKeys<F>>]: Checked<F[K]> } & {
  [K in OptionalKeys<F>]?: Checked<F[K]>;
};

/** An object with these fields; others in it are left out. */
export function object<F extends Record<string, Check<unknown>>>(fields: F): Check<Fields<F>>;
export function object(fields: Record<string, Check<unknown>>): Check<Record<string, unknown>> {
  return (value, path) => {
    if (typeof value !== 'object' || value === null) return refuse(path, 'an object');
    const given: Map<string, unknown> = new Map(Object.entries(value));
    const result: Record<string, unknown> = {};
    for (const [name, check] of Object.entries(fields)) {
      const checked = check(given.get(name), path === '' ? name : `${path}.${name}`);
      if (checked !== undefined) result[name] = checked;
    }
    return result;
  };
}
