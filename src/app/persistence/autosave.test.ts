import { expect, it } from 'vitest';
import type { RunToSave } from '../../storage/storage';
import { type StorageError, type StorageResult, storageError } from '../../storage/storageError';
import { sampleRun } from '../../storage/testing/samples';
import { storedRun } from '../testing/training';
import { createAutosave } from './autosave';

interface Scene {
  autosave: ReturnType<typeof createAutosave>;
  /** Saves that have reached the storage, oldest first. */
  begun: RunToSave[];
  /** Lets the oldest save that waits end. */
  end(outcome?: StorageResult<void>): Promise<void>;
  errors: StorageError[];
}

function sceneOf(): Scene {
  const begun: RunToSave[] = [];
  const errors: StorageError[] = [];
  const ends: ((outcome: StorageResult<void>) => void)[] = [];
  const storage = {
    saveRun: (save: RunToSave) => {
      begun.push(save);
      return new Promise<StorageResult<void>>((resolve) => ends.push(resolve));
    },
  };
  const end = async (
    outcome: StorageResult<void> = { ok: true, value: undefined },
  ): Promise<void> => {
    ends.shift()?.(outcome);
    await new Promise((resolve) => setTimeout(resolve));
  };
  const autosave = createAutosave(storage, (error) => errors.push(error));
  return { autosave, begun, end, errors };
}

const save = (id: string, epoch: number): Required<RunToSave> => ({
  ...storedRun,
  run: sampleRun({ id, epoch }),
});

const epochs = ({ begun }: Scene): number[] => begun.map(({ run }) => run.epoch);

it('writes one at a time, and skips older waiting saves', async () => {
  const scene = sceneOf();
  for (const epoch of [1, 2, 3]) scene.autosave.save(save('a', epoch));
  expect(epochs(scene)).toEqual([1]);
  await scene.end();
  expect(epochs(scene)).toEqual([1, 3]);
  await scene.end();
  scene.autosave.save(save('a', 4));
  expect(epochs(scene)).toEqual([1, 3, 4]);
});

it('is settled when nothing waits any more', async () => {
  const scene = sceneOf();
  await scene.autosave.settled();
  scene.autosave.save(save('a', 1));
  scene.autosave.save(save('a', 2));
  let settled = false;
  const waiting = scene.autosave.settled().then(() => {
    settled = true;
  });
  await scene.end();
  expect(settled).toBe(false);
  await scene.end();
  await waiting;
});

it('sends the pieces with the first save of a run that succeeds, and not again', async () => {
  const scene = sceneOf();
  scene.autosave.save(save('a', 1));
  await scene.end({ ok: false, error: storageError('full') });
  for (const [id, epoch] of [
    ['a', 2],
    ['a', 3],
    ['b', 1],
    ['b', 2],
  ] as const) {
    scene.autosave.save(save(id, epoch));
    await scene.end();
  }
  expect(scene.begun.map(({ pieces }) => pieces !== undefined)).toEqual([
    true,
    true,
    false,
    true,
    false,
  ]);
});

it('tells of an error once, and again only after it was over', async () => {
  const scene = sceneOf();
  const full = { ok: false, error: storageError('full') } as const;
  for (const outcome of [full, full, undefined, full]) {
    scene.autosave.save(save('a', 1));
    await scene.end(outcome);
  }
  expect(scene.errors.map(({ code }) => code)).toEqual(['full', 'full']);
});
