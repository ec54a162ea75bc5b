/** Takes as files: one as MIDI or as a score, several as a zip archive. */
import type { StoreApi } from 'zustand/vanilla';
import { errorMessage } from '../../lib/errorMessage';
import { t } from '../../texts/t';
import type { Actions } from '../actions';
import { takeSong } from '../playback/shownScore';
import { distinct, localDate } from '../shared/fileNames';
import { MIDI_TYPE, midiBytes, notWritten } from '../shared/midiBytes';
import { notify } from '../shared/notices';
import { saveFile } from '../shared/saveFile';
import { SCORE_TYPE, scoreText } from '../shared/scoreText';
import type { AppState } from '../state';
import type { Take } from './take';
import { takeFileName } from './takeFileName';

export function takeDownloads(
  store: StoreApi<AppState>,
): Pick<Actions, 'downloadTake' | 'downloadTakeScore' | 'downloadTakes'> {
  async function reporting(write: () => Promise<void>): Promise<void> {
    try {
      await write();
    } catch (error) {
      notify(store, notWritten(error));
    }
  }

  return {
    downloadTake: (id) =>
      reporting(async () => {
        const { takes, pieces, transport } = store.getState();
        const take = takes.find((candidate) => candidate.id === id);
        if (!take) return;
        const bytes = await midiBytes(takeSong(take), transport.speed);
        saveFile(store, `${takeFileName(take, pieces)}.mid`, MIDI_TYPE, bytes);
      }),
    downloadTakeScore: async (id) => {
      const { takes, pieces, transport } = store.getState();
      const take = takes.find((candidate) => candidate.id === id);
      if (!take) return;
      try {
        const text = await scoreText(takeSong(take), transport.speed);
        if (text === undefined) return notify(store, t('scores.notWritable'));
        const bytes = new TextEncoder().encode(text);
        saveFile(store, `${takeFileName(take, pieces)}.musicxml`, SCORE_TYPE, bytes);
      } catch (error) {
        notify(store, t('scores.notWritten', { reason: errorMessage(error) }));
      }
    },
    downloadTakes: () =>
      reporting(async () => {
        const { takes, pieces, transport } = store.getState();
        const chosen = takesToDownload(takes);
        if (chosen.length === 0) return;
        const { zipSync } = await import('fflate');
        const names = distinct(chosen.map((take) => takeFileName(take, pieces)));
        const files = await Promise.all(
          chosen.map(async (take, i) => {
            const bytes = await midiBytes(takeSong(take), transport.speed);
            return [`${names[i]}.mid`, bytes] as const;
          }),
        );
        const name = `${t('takes.archiveName', { date: localDate(Date.now()) })}.zip`;
        saveFile(store, name, 'application/zip', zipSync(Object.fromEntries(files)));
      }),
  };
}

/** The starred takes, or all finished ones where none is starred. */
export function takesToDownload(takes: readonly Take[]): Take[] {
  const finished = takes.filter(({ composing }) => !composing);
  const starred = finished.filter((take) => take.starred);
  return starred.length > 0 ? starred : finished;
}
