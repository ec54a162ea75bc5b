/** Takes in the list: removing, renaming, starring, comparing. */
import type { StoreApi } from 'zustand/vanilla';
import { t } from '../../texts/t';
import type { Actions } from '../actions';
import { notify } from '../shared/notices';
import { putBack } from '../shared/putBack';
import type { AppState } from '../state';
import type { Take } from './take';
import { LONGEST_TITLE, numberedTitle } from './takeNumbers';

type TakeActions = Pick<Actions, 'removeTake' | 'renameTake' | 'starTake' | 'compareTake'>;

export function takeActions(store: StoreApi<AppState>): TakeActions {
  function change(id: string, difference: (take: Take) => Partial<Take>): void {
    store.setState(({ takes }) => ({
      takes: takes.map((take) => (take.id === id ? { ...take, ...difference(take) } : take)),
    }));
  }

  return {
    removeTake: (id) => {
      const { takes, shown } = store.getState();
      const take = takes.find((candidate) => candidate.id === id);
      // A take that is being composed would return with its next notes.
      if (!take || take.composing) return;
      store.setState({
        takes: takes.filter((candidate) => candidate !== take),
        shown: shown.kind === 'take' && shown.id === id ? { kind: 'nothing' } : shown,
      });
      notify(store, t('takes.removed', { title: take.title }), () =>
        store.setState((state) => ({ takes: putBack(state.takes, [take]) })),
      );
    },
    renameTake: (id, title) =>
      change(id, ({ number }) => {
        const trimmed = title.replace(/\s+/g, ' ').trim().slice(0, LONGEST_TITLE);
        return { title: trimmed || numberedTitle(number) };
      }),
    starTake: (id, starred) => change(id, () => ({ starred })),
    compareTake: (id) =>
      store.setState(({ shown }) => ({
        compared:
          id !== undefined && shown.kind === 'take' && shown.id !== id ? [shown.id, id] : undefined,
      })),
  };
}
