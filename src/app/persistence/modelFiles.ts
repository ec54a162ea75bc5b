/** Saving the current model to a file. */
import type { StoreApi } from 'zustand/vanilla';
import { version } from '../../../package.json';
import { plural } from '../../lib/counts';
import { presets } from '../../model/preset';
import { writeModelFile } from '../../training/modelFile/write';
import type { Actions } from '../actions';
import { saveFile } from '../shared/saveFile';
import type { AppState } from '../state';

const MODEL_FILE_TYPE = 'application/x-etude';

export function modelActions(store: StoreApi<AppState>): Pick<Actions, 'saveModel'> {
  return {
    saveModel: async () => {
      const { training, pieces } = store.getState();
      const { checkpoint } = training;
      if (!checkpoint) return;
      const titles = new Map(pieces.map(({ id, title }) => [id, title]));
      const bytes = writeModelFile(checkpoint, {
        version,
        saved: new Date(),
        titleOf: (id) => titles.get(id),
      });
      // Remarks in parentheses stay out of the file's name.
      const [name] = presets[checkpoint.preset].title.split(' (');
      saveFile(`${name}, ${plural(checkpoint.epoch, 'epoch')}.etude`, MODEL_FILE_TYPE, bytes);
    },
  };
}
