/** The registry of handlers: one line each, loaded when its job first runs. */
import type { Handler, Handlers, JobName } from '../protocol';

/** Keeps tfjs and the MIDI reader out of a worker that does not need them. */
function lazy<J extends JobName>(load: () => Promise<Handler<J>>): Handler<J> {
  return async function* (input, context) {
    return yield* (await load())(input, context);
  };
}

export const handlers: Handlers = {
  import: lazy(async () => (await import('./import')).importFiles),
  survey: lazy(async () => (await import('./survey')).survey),
  kit: lazy(async () => (await import('./kit')).kit),
  probe: lazy(async () => (await import('./probe')).probe),
  train: lazy(async () => (await import('./train')).train),
  compose: lazy(async () => (await import('./compose')).compose),
  recompose: lazy(async () => (await import('./recompose')).recompose),
};
