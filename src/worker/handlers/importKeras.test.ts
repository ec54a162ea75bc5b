import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'fflate';
import { expect, it } from 'vitest';
import type { ImportProgress } from '../protocol';
import { importFiles } from './import';

const FIXTURES = join(import.meta.dirname, '../../training/keras/testing/fixtures');

/** A file that Keras wrote, under a name that says nothing. */
function dropped(name: string): File {
  return new File([gunzipSync(readFileSync(join(FIXTURES, `${name}.gz`)))], 'something');
}

async function imported(file: File): Promise<ImportProgress[]> {
  const events: ImportProgress[] = [];
  const { signal } = new AbortController();
  for await (const event of importFiles({ files: [file] }, { signal })) events.push(event);
  return events;
}

it.each(['classic.keras', 'classic.h5', 'classic.weights.h5'])(
  'opens a model of Keras by its bytes: %s',
  async (name) => {
    const [event] = await imported(dropped(name));
    if (event.kind !== 'model') throw new Error(`It is ${event.kind}.`);
    expect(event.model.checkpoint.preset).toBe('seed');
  },
);

it('says why another network of Keras is not opened', async () => {
  const [event] = await imported(dropped('other-layers.keras'));
  if (event.kind !== 'rejected') throw new Error(`It is ${event.kind}.`);
  expect(event.reason).toContain('layer 1 is Conv1D, and LSTM here');
});
