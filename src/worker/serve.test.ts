import { afterEach, describe, expect, it } from 'vitest';
import { packSong } from '../music/packedSong';
import { setLanguage } from '../texts/language';
import { WorkerClient, WorkerEndedError } from './client';
import { PORTION } from './portions';
import type { Handlers, Jobs, Request } from './protocol';
import { ChannelWorker, noHandlers } from './testing/channelWorker';

const none = { training: 0, validation: 0 };
const statistics: Jobs['survey']['output'] = {
  pieces: none,
  sequences: none,
  notes: none,
  commonNotes: [],
  frequencyLoss: 7,
};

const song = packSong({
  title: '',
  ppq: 480,
  tempos: [],
  timeSignatures: [],
  keySignatures: [],
  tracks: [],
});
/** Ids of the pieces that were counted. */
const surveyed: string[][] = [];

/** Requests to save that the handler has seen. */
let saves = 0;

/** Composes for ever: a "take" after another, until it is aborted. */
const handlers: Handlers = {
  ...noHandlers,
  survey: async function* ({ pieces }) {
    surveyed.push(pieces.map(({ id }) => id));
    return statistics;
  },
  compose: async function* (_, { signal, takeSaveRequest }) {
    const composed = { notes: [], odds: [], seed: 0, promptNotes: 0, remarks: [] };
    for (let take = 0; !signal.aborted; take++) {
      if (takeSaveRequest?.()) saves++;
      yield { take, of: 1, ppq: 1, composed };
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    return { ppq: 1, takes: [] };
  },
};

function languagesIn(received: readonly Request[]): string[] {
  return received.flatMap((request) => (request.kind === 'language' ? [request.language] : []));
}

const workers: ChannelWorker[] = [];
const client = new WorkerClient(() => {
  const worker = new ChannelWorker(handlers);
  workers.push(worker);
  return worker;
});

afterEach(() => client.end());

const composeInput: Jobs['compose']['input'] = {
  model: {
    preset: 'seed',
    encoding: { id: 'melody', version: 1 },
    settings: {
      epochs: 1,
      batchSize: 1,
      learningRate: 1,
      sequenceLength: 1,
      dropout: 0,
      seed: 1,
    },
    weights: [],
    trainedOn: { training: [], validation: [] },
  },
  settings: { temperature: 1, rhythmTemperature: 1, topP: 1, length: 1, seed: 1, takes: 1 },
  timeSignature: { tick: 0, numerator: 4, denominator: 4 },
  pieces: [],
};

const surveyInput: Jobs['survey']['input'] = {
  preset: 'seed',
  settings: composeInput.model.settings,
  pieces: [],
};

/** Lets messages and the short waits of the handler go round a few times. */
const aWhile = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 60));

describe('a worker and its client', () => {
  it('answer each job', async () => {
    const answers = await Promise.all([
      client.run('survey', surveyInput),
      client.run('survey', surveyInput),
    ]);
    expect(answers).toEqual([statistics, statistics]);
  });

  it('carry thousands of pieces in portions, between which the page answers', async () => {
    const pieces = Array.from({ length: 2050 }, (_, i) => ({ id: `${i}`, title: '', song }));
    let messages = 0;
    const done = client.run('survey', { ...surveyInput, pieces });
    const worker = workers.at(-1);
    const largest = (): number =>
      Math.max(
        ...(worker?.received ?? []).map((request) => {
          if (request.kind === 'ahead') return request.pieces.length;
          return request.kind === 'start' && request.job === 'survey'
            ? request.input.pieces.length
            : 0;
        }),
      );
    messages = worker?.received.length ?? 0;
    expect(await done).toEqual(statistics);
    expect(surveyed.at(-1)).toEqual(pieces.map(({ id }) => id));
    expect(worker?.received.length).toBeGreaterThan(messages + 15);
    expect(largest()).toBe(PORTION);
  });

  it('reject a job whose worker ends while its pieces are sent', async () => {
    const pieces = Array.from({ length: 500 }, (_, i) => ({ id: `${i}`, title: '', song }));
    const pending = client.run('survey', { ...surveyInput, pieces });
    client.end('Enough.');
    await expect(pending).rejects.toThrow('Enough.');
    expect(await client.run('survey', surveyInput)).toEqual(statistics);
    expect(surveyed.at(-1)).toEqual([]);
  });

  it('say why a job failed', async () => {
    await expect(client.run('probe', { backend: 'cpu' })).rejects.toThrow('not part of the test');
  });

  it('stop softly, with the output', async () => {
    const abort = new AbortController();
    const takes: number[] = [];
    const done = client.run('compose', composeInput, {
      signal: abort.signal,
      onProgress: ({ take }) => {
        takes.push(take);
        if (take === 3) abort.abort();
      },
    });
    expect(await done).toEqual({ ppq: 1, takes: [] });
    expect(takes.slice(0, 4)).toEqual([0, 1, 2, 3]);
  });

  it('stop a job that was aborted before it began', async () => {
    const signal = AbortSignal.abort();
    expect(await client.run('compose', composeInput, { signal })).toEqual({ ppq: 1, takes: [] });
  });

  it('pause a job between two steps and resume it', async () => {
    const abort = new AbortController();
    let takes = 0;
    const done = client.run('compose', composeInput, {
      signal: abort.signal,
      onProgress: () => takes++,
    });
    await aWhile();
    client.pause();
    await aWhile();
    const held = takes;
    await aWhile();
    expect(takes).toBe(held);
    client.resume();
    await aWhile();
    expect(takes).toBeGreaterThan(held);
    abort.abort();
    await done;
  });

  it('tell a job once that a save is asked for', async () => {
    const abort = new AbortController();
    const done = client.run('compose', composeInput, { signal: abort.signal });
    await aWhile();
    expect(saves).toBe(0);
    client.requestSave();
    await aWhile();
    expect(saves).toBe(1);
    abort.abort();
    await done;
  });

  it('stop a job that is paused', async () => {
    const abort = new AbortController();
    const done = client.run('compose', composeInput, { signal: abort.signal });
    client.pause();
    await aWhile();
    abort.abort();
    expect(await done).toEqual({ ppq: 1, takes: [] });
  });

  it('reject what was pending when the worker is ended, and start a new one after', async () => {
    const pending = client.run('compose', composeInput);
    client.end('Enough.');
    await expect(pending).rejects.toThrow(new WorkerEndedError('Enough.'));
    expect(workers.at(-1)?.terminated).toBe(true);
    expect(await client.run('survey', surveyInput)).toEqual(statistics);
  });

  it('tell a worker the language before its first job, and when it changes', async () => {
    client.end();
    workers.splice(0);
    for (const language of ['de', 'es', 'en'] as const) {
      await setLanguage(language);
      expect(await client.run('survey', surveyInput)).toEqual(statistics);
    }
    expect(workers.map(({ received }) => languagesIn(received))).toEqual([['de', 'es', 'en']]);
    client.end();
    await setLanguage('de');
    expect(workers.map(({ received }) => languagesIn(received))).toEqual([['de', 'es', 'en']]);
    await setLanguage('en');
  });

  it('reject what was pending when the worker crashes or cannot be read', async () => {
    for (const type of ['error', 'messageerror']) {
      const pending = client.run('compose', composeInput);
      workers.at(-1)?.dispatchEvent(new Event(type));
      await expect(pending).rejects.toBeInstanceOf(WorkerEndedError);
    }
  });
});
