/** A take in the address: making links, and opening one. */
import type { StoreApi } from 'zustand/vanilla';
import { errorMessage } from '../../lib/errorMessage';
import type { Actions } from '../actions';
import type { Take } from '../compose/take';
import { shownScore } from '../playback/shownScore';
import { notify } from '../shared/notices';
import type { AppState } from '../state';

type LinkActions = Pick<Actions, 'copyTakeLink' | 'shareTakeLink' | 'makeYourOwn' | 'closeLinked'>;

export function linkActions(
  store: StoreApi<AppState>,
  others: () => Pick<Actions, 'downloadMidi' | 'loadSampleLibrary'>,
): LinkActions {
  const tell = (error: unknown): void => notify(store, errorMessage(error));
  // Packing and its schemas: only for those who make or open a link.
  const open = (): void => {
    if (!location.hash.startsWith('#take=')) return;
    import('./links').then(({ openLink }) => openLink(store)).catch(tell);
  };
  const shown = (): Take | undefined => shownScore(store.getState())?.take;
  open();
  // A link that is pasted into the address of an open page.
  window.addEventListener('hashchange', open);
  return {
    copyTakeLink: () =>
      import('./links').then(({ copyLink }) => copyLink(store, shown(), others())).catch(tell),
    shareTakeLink: () =>
      import('./links').then(({ shareLink }) => shareLink(store, shown(), others())).catch(tell),
    makeYourOwn: () =>
      import('./links').then(({ makeYourOwn }) => makeYourOwn(store, others())).catch(tell),
    closeLinked: () => {
      import('./links').then(({ closeLinked }) => closeLinked(store)).catch(tell);
    },
  };
}
